// run

// A function that waits does so wherever it is called from: through variables, containers, interfaces, reflection and
// packages that know nothing of it. Each case waits once and says so.
package main

import (
	"container/list"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"text/template"
	"time"
	"unsafe"
)

var ticks = make(chan int)

// wait parks until the other goroutine gives a number.
func wait() int { return <-ticks }

type waiter interface{ Wait() int }

type direct struct{ n int }

func (d direct) Wait() int { return d.n + wait()*0 }

type byPointer struct{ n int }

func (p *byPointer) Wait() int { wait(); return p.n }

type function func() int

func (f function) Wait() int { return f() }

type embedding struct{ waiter }

type deeper struct{ *embedding }

type calm struct{}

func (calm) Wait() int { return -1 }

func use(w waiter) int { return w.Wait() }

func apply[T any](f func(T) int, v T) int { return f(v) }

type box[T any] struct{ f func() T }

func (b *box[T]) get() T { return b.f() }

type holder struct {
	f    func() int
	list []func() int
	m    map[string]func() int
	arr  [2]func() int
	p    *func() int
	ch   chan func() int
	any  any
}

type renamed struct {
	g    func() int
	list []func() int
	m    map[string]func() int
	arr  [2]func() int
	p    *func() int
	ch   chan func() int
	any  any
}

type entry struct {
	name string
	run  func() int
}

var table = []entry{{"wait", wait}}

var waiters = [...]waiter{byTable{}}

type byTable struct{}

func (byTable) Wait() int { return wait() }

func containers() {
	for _, e := range table {
		e.run()
	}
	for _, w := range waiters {
		w.Wait()
	}
	f := wait
	h := &holder{f: wait, list: []func() int{nil}, m: map[string]func() int{}, p: &f, ch: make(chan func() int, 1)}
	h.list[0] = wait
	h.list = append(h.list, func() int { return wait() })
	other := make([]func() int, 2)
	copy(other, h.list)
	h.m["a"] = wait
	h.arr[1] = wait
	h.ch <- wait
	h.any = any(wait)
	h.f()
	other[1]()
	h.m["a"]()
	h.arr[1]()
	(*h.p)()
	(<-h.ch)()
	h.any.(func() int)()
	for _, g := range h.list {
		g()
	}
	for _, g := range h.m {
		g()
	}
	if g, ok := h.m["a"]; ok {
		g()
	}
	r := (*renamed)(unsafe.Pointer(h))
	r.g()
	fmt.Println("containers")
}

func values() {
	fmt.Println(use(direct{1}), use(&byPointer{2}), use(function(func() int { wait(); return 3 })), use(calm{}))
	fmt.Println(use(embedding{direct{4}}), use(deeper{&embedding{&byPointer{5}}}))
	bound := (&byPointer{6}).Wait
	expression := (*byPointer).Wait
	throughInterface := waiter.Wait
	fmt.Println(bound(), expression(&byPointer{7}), throughInterface(direct{8}))
	fmt.Println(apply(direct.Wait, direct{9}), (&box[int]{func() int { return wait()*0 + 10 }}).get())
	make2 := func() func() func() int { return func() func() int { return wait } }
	make2()()()
	var w any = direct{11}
	switch w := w.(type) {
	case interface{ Wait() int }:
		fmt.Println(w.Wait())
	}
	swap, calmly := wait, func() int { return 0 }
	swap, calmly = calmly, swap
	fmt.Println(swap(), calmly() > 0)
	func(fs ...func() int) { fs[1]() }(swap, wait)
	defer fmt.Println("deferred")
	defer wait()
	defer func() { recover().(func() int)() }()
	panic(wait)
}

type text struct{ s string }

func (t text) String() string               { wait(); return "<" + t.s + ">" }
func (t text) MarshalJSON() ([]byte, error) { wait(); return json.Marshal(t.s + "!") }
func (t *text) UnmarshalJSON(b []byte) error {
	wait()
	return json.Unmarshal(b, &t.s)
}

type failure struct{}

func (failure) Error() string        { wait(); return "failure" }
func (failure) Is(target error) bool { wait(); return target == os.ErrClosed }

type byWaiting []int

func (b byWaiting) Len() int           { return len(b) }
func (b byWaiting) Less(i, j int) bool { wait(); return b[i] < b[j] }
func (b byWaiting) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type writer struct{ strings.Builder }

func (w *writer) Write(p []byte) (int, error) { wait(); return w.Builder.Write(p) }

func library() {
	fmt.Println(text{"printed"}, []text{{"in a slice"}}, struct{ T text }{text{"in a field"}}, failure{})
	data, err := json.Marshal(map[string]any{"a": text{"b"}, "c": []text{{"d"}}})
	fmt.Println(string(data), err)
	var back struct{ A text }
	fmt.Println(json.Unmarshal([]byte(`{"A": "e"}`), &back), back.A.s)
	fmt.Println(errors.Is(fmt.Errorf("wrapped: %w", failure{}), os.ErrClosed))
	numbers := byWaiting{3, 1, 2}
	sort.Sort(numbers)
	slices.SortFunc(numbers, func(a, b int) int { wait(); return b - a })
	fmt.Println(numbers, strings.Map(func(r rune) rune { wait(); return r + 1 }, "abc"))
	pool := sync.Pool{New: func() any { wait(); return "new" }}
	fmt.Println(pool.Get())
	var once sync.Once
	once.Do(func() { wait() })
	fmt.Println(sync.OnceValue(wait)() > 0)
	var m sync.Map
	m.Store("f", wait)
	f, _ := m.Load("f")
	f.(func() int)()
	var v atomic.Value
	v.Store(waiter(direct{12}))
	var p atomic.Pointer[holder]
	p.Store(&holder{f: wait})
	p.Load().f()
	l := list.New()
	l.PushBack(byPointer{13})
	e := l.Front().Value.(byPointer)
	fmt.Println(v.Load().(waiter).Wait(), e.Wait())
	var w writer
	fmt.Fprintf(&w, "%d-%s", 14, "x")
	t := template.Must(template.New("t").Funcs(template.FuncMap{"wait": wait}).Parse(`{{.Wait}} {{if wait}}{{.}}{{end}}`))
	fmt.Println(t.Execute(&w, direct{15}), w.Builder.String())
}

func reflection() {
	v := reflect.ValueOf(direct{16})
	fmt.Println(v.Method(0).Call(nil)[0], v.MethodByName("Wait").Interface().(func() int)())
	reflect.ValueOf(wait).Call(nil)
	made := reflect.MakeFunc(reflect.TypeOf(wait), func([]reflect.Value) []reflect.Value {
		wait()
		return []reflect.Value{reflect.ValueOf(17)}
	})
	fmt.Println(made.Interface().(func() int)())
	var target struct {
		F func() int
		W waiter
		A []any
	}
	s := reflect.ValueOf(&target).Elem()
	s.Field(0).Set(made)
	s.Field(1).Set(reflect.ValueOf(&byPointer{18}))
	s.Field(2).Set(reflect.Append(s.Field(2), reflect.ValueOf(function(wait))))
	fmt.Println(target.F(), target.W.Wait(), target.A[0].(function)() > 0)
}

func sequence(yield func(int) bool) {
	for i := range 3 {
		wait()
		if !yield(i) {
			return
		}
	}
}

func sequences() {
	total := 0
	for i := range sequence {
		wait()
		total += i
	}
	for i := range slices.Values([]int{1, 2}) {
		wait()
		total += i
	}
	next, stop := iter.Pull(sequence)
	defer stop()
	a, _ := next()
	b, _ := next()
	fmt.Println(total, a, b)
}

func main() {
	go func() {
		for i := 1; ; i++ {
			time.Sleep(time.Microsecond)
			ticks <- i
		}
	}()
	containers()
	values()
	library()
	reflection()
	sequences()
}
