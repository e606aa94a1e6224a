// run

// Calls deferred in the outermost block of a function, one to four of them: order, results, panics at each place.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

var trail []string

func say(args ...any) { trail = append(trail, fmt.Sprint(args...)) }

func flush(name string) {
	fmt.Println(name+":", strings.Join(trail, " "))
	trail = nil
}

// Panics at the places whose bits are set.
func at(places, place int) {
	say("at", place)
	if places&(1<<place) != 0 {
		panic(fmt.Sprint("p", place))
	}
}

func one(places int) (int, string) {
	at(places, 0)
	defer at(places, 1)
	at(places, 2)
	if places == 0 {
		return 1, "early"
	}
	return 2, "late"
}

func two(places int) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New(fmt.Sprint("recovered ", r))
			n *= 10
		}
	}()
	at(places, 0)
	n = 1
	if places == 32 {
		return 7, nil
	}
	defer func() {
		at(places, 1)
		n += 2
	}()
	at(places, 2)
	return n + 4, nil
}

func three(places int) (s []int) {
	defer func() { s = append(s, len(trail)) }()
	at(places, 0)
	defer func() {
		say("second", recover())
		at(places, 1)
	}()
	at(places, 2)
	defer func() {
		r := recover()
		say("third", r)
		at(places, 3)
		if r != nil {
			panic(r)
		}
	}()
	at(places, 4)
	return []int{places}
}

func four(places int) int {
	defer at(places, 0)
	defer at(places, 1)
	defer at(places, 2)
	defer func() { say(recover()) }()
	at(places, 3)
	return 4
}

// The result is given before the call that panics is made, and kept when another recovers.
func given() int {
	defer func() { recover() }()
	defer panic("late")
	return 5
}

func notGiven() (int, []string, error) {
	defer func() { recover() }()
	var m map[string]int
	m["x"] = 1
	return 1, nil, errors.New("no")
}

type point struct{ x, y int }

func structure(fails bool) point {
	defer func() { recover() }()
	p := point{1, 2}
	defer func() { p.x = 9 }()
	if fails {
		var q *point
		p.y = q.x
	}
	return p
}

type closer interface{ Close() error }

type file struct{ name string }

func (f file) Close() error   { say("close", f.name, recover()); return nil }
func (f *file) Rename() error { f.name += "!"; say("rename", f.name); return nil }

func operands() {
	f := file{"a"}
	var c closer = f
	defer c.Close()
	f.name = "b"
	defer f.Close()
	defer f.Rename()
	f.name = "c"
}

func nilFunction(fails bool) {
	defer func() { say(recover()) }()
	var f func()
	defer f()
	say("reached")
	if fails {
		panic("first")
	}
}

func generic[T any](v T, fails bool) (out T) {
	defer func(w T) {
		if recover() != nil {
			out = w
		}
	}(v)
	if fails {
		panic(v)
	}
	return
}

// What a deferred function calls does not recover for it.
func helper() any { return recover() }

func indirect() {
	defer func() { say(recover()) }()
	defer func() { say(helper()) }()
	panic("through")
}

// A deferred method that may recover, but does not itself, must leave the panic to nobody else.
type quiet struct{}

func (quiet) Close() error {
	func() {
		defer func() { say("inner", recover()) }()
	}()
	return nil
}

func offered() {
	defer func() { say("outer", recover()) }()
	var c closer = quiet{}
	defer c.Close()
	panic("offered")
}

func loops(n int) (sum int) {
	defer func() { sum *= 2 }()
	for i := range n {
		for {
			sum += i
			if sum > 10 {
				return sum
			}
			break
		}
	}
	switch {
	case sum > 5:
		return -sum
	}
	return sum + 1
}

func inRangeFunc(seq func(func(int) bool)) (s string) {
	defer func() { s += "!" }()
	for x := range seq {
		defer func() { s += fmt.Sprint(x) }()
		if x == 2 {
			return "r"
		}
	}
	return "e"
}

func exits(c chan bool) {
	defer func() { c <- true }()
	defer func() { say("recovered", recover()) }()
	runtime.Goexit()
}

type guarded struct {
	mu sync.Mutex
	n  int
}

func (g *guarded) add(c chan int, fails bool) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.n += <-c
	if fails {
		panic("in the lock")
	}
	return nil
}

func nilPanic() {
	defer func() {
		r := recover()
		_, ok := r.(*runtime.PanicNilError)
		say(r, ok)
	}()
	panic(nil)
}

func builtins() {
	c, m := make(chan int, 1), map[int]int{1: 1, 2: 2}
	func() {
		defer close(c)
		defer delete(m, 1)
		c <- 3
	}()
	_, ok := <-c
	_, open := <-c
	say(len(m), ok, open)
}

func try(name string, f func()) {
	defer flush(name)
	defer func() {
		if r := recover(); r != nil {
			say("escaped", r)
		}
	}()
	f()
}

func main() {
	for places := range 8 {
		try("one", func() { n, s := one(places); say(n, s) })
		try("two", func() { n, err := two(places); say(n, err) })
	}
	try("two", func() { n, err := two(32); say(n, err) })
	for places := range 32 {
		try("three", func() { say(three(places)) })
	}
	for places := range 16 {
		try("four", func() { say(four(places)) })
	}
	try("given", func() { say(given()) })
	try("not given", func() { n, s, err := notGiven(); say(n, s == nil, err) })
	try("structure", func() { say(structure(false), structure(true)) })
	try("operands", operands)
	try("nil function", func() { nilFunction(false) })
	try("nil function", func() { nilFunction(true) })
	try("generic", func() { say(generic(3, true), generic("x", true), generic(3, false)) })
	try("indirect", indirect)
	try("offered", offered)
	try("loops", func() { say(loops(2), loops(4), loops(100)) })
	try("range func", func() {
		seq := func(yield func(int) bool) { _ = yield(1) && yield(2) && yield(3) }
		say(inRangeFunc(seq), inRangeFunc(func(func(int) bool) {}))
	})
	try("exits", func() {
		c := make(chan bool)
		go exits(c)
		say(<-c)
	})
	try("guarded", func() {
		g, c := &guarded{}, make(chan int)
		var wg sync.WaitGroup
		for i := range 6 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if err := g.add(c, i == 3); err != nil {
					say(err)
				}
			}()
		}
		for i := range 6 {
			c <- i
		}
		wg.Wait()
		say(g.n)
	})
	try("nil panic", nilPanic)
	try("builtins", builtins)
}
