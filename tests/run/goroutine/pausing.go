// run

// An interpreter that works through functions that call it again looks at a flag now and then; other goroutines and
// timers get their turns while it runs. Locks that helpers take and release are held by whoever calls these.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type op interface{ exec(m *machine) }

type machine struct {
	stop  atomic.Bool
	code  []op
	steps int
	depth int
}

func (m *machine) run() (interrupted bool) {
	pc := 0
	for {
		if m.stop.Load() {
			return true
		}
		if pc >= len(m.code) {
			return false
		}
		m.code[pc].exec(m)
		m.steps++
		pc++
	}
}

type forever struct{}

func (forever) exec(m *machine) {
	inner := machine{code: []op{count{}}}
	for !m.stop.Load() {
		inner.run()
	}
}

type count struct{}

func (count) exec(m *machine) {
	if m.depth < 2 {
		inner := machine{code: []op{count{}, count{}}, depth: m.depth + 1}
		inner.run()
		m.steps += inner.steps
	}
}

func interrupts() {
	m := &machine{code: []op{count{}, forever{}, count{}}}
	time.AfterFunc(5*time.Millisecond, func() { m.stop.Store(true) })
	fmt.Println("interrupted by a timer:", m.run())

	m = &machine{code: []op{forever{}}}
	other := &machine{code: []op{forever{}}}
	done := make(chan bool)
	go func() {
		time.Sleep(5 * time.Millisecond)
		m.stop.Store(true)
		fmt.Println("stopped")
	}()
	go func() { done <- other.run() }()
	go func() {
		time.Sleep(30 * time.Millisecond)
		other.stop.Store(true)
	}()
	fmt.Println("interrupted by a goroutine:", m.run(), <-done)
}

type node struct{ left, right visitor }

type visitor interface{ visit(depth int) int }

func (n node) visit(depth int) int {
	if depth%2 == 0 {
		runtime.Gosched()
	}
	if depth == 0 {
		return 1
	}
	return n.left.visit(depth-1) + n.right.visit(depth-1)
}

type store struct {
	sync.Mutex
	items map[string]int
}

func (s *store) open()  { s.Lock() }
func (s *store) close() { s.Unlock() }

func (s *store) add(key string) {
	s.open()
	defer s.close()
	s.items[key]++
}

// slow is a turn of others while the lock is held.
func (s *store) slow(key string) {
	s.open()
	before := s.items[key]
	time.Sleep(time.Millisecond)
	s.items[key] = before + 1
	s.close()
}

type guard struct{ sync.RWMutex }

func locked(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func locks() {
	s := &store{items: map[string]int{}}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(2)
		go func() { defer wg.Done(); s.slow("a") }()
		go func() { defer wg.Done(); s.add("a") }()
	}
	wg.Wait()
	fmt.Println(s.items["a"])

	var g guard
	total := 0
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			l := sync.Locker(&g)
			if i == 3 {
				l = g.RLocker()
			}
			locked(l, func() {
				before := total
				time.Sleep(time.Millisecond)
				total = before + 1
			})
		}()
	}
	wg.Wait()
	fmt.Println(total)
}

// A lock is held while others run on top of who holds it.
func heldMeanwhile() {
	var mu sync.Mutex
	shared, order := 0, []string{}
	m := &machine{code: []op{forever{}}}
	done := make(chan bool)
	go func() {
		time.Sleep(5 * time.Millisecond)
		m.stop.Store(true)
		mu.Lock()
		order = append(order, fmt.Sprint("second ", shared))
		mu.Unlock()
		close(done)
	}()
	mu.Lock()
	m.run()
	shared = 1
	order = append(order, "first")
	mu.Unlock()
	<-done
	fmt.Println(order)
}

func main() {
	interrupts()
	leaf := node{}
	inner := node{leaf, leaf}
	go func() { fmt.Println("meanwhile") }()
	time.Sleep(time.Millisecond)
	fmt.Println(node{inner, inner}.visit(2))
	locks()
	heldMeanwhile()
}
