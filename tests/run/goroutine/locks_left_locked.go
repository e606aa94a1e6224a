package main

import (
	"fmt"
	"sync"
	"time"
)

// Functions that return with a lock held on some paths only: whoever locks then waits.

type account struct {
	mu sync.Mutex
	n  int
}

func (a *account) acquire(fail bool) bool {
	a.mu.Lock()
	if fail {
		a.mu.Unlock()
		return false
	}
	a.n++
	return true
}

func (a *account) release() { a.mu.Unlock() }

func (a *account) value() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.n
}

type table struct {
	mu   sync.RWMutex
	rows map[string]int
}

func (t *table) find(key string) (int, func()) {
	t.mu.RLock()
	row, ok := t.rows[key]
	if !ok {
		t.mu.RUnlock()
		return 0, nil
	}
	return row, t.mu.RUnlock
}

func (t *table) set(key string, row int) {
	t.mu.Lock()
	t.rows[key] = row
	t.mu.Unlock()
}

type gate struct{ mu sync.Mutex }

func (g *gate) enter() bool {
	if !g.mu.TryLock() {
		return false
	}
	return true
}

func (g *gate) pass() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return "passed"
}

type stripes struct{ mus [3]sync.Mutex }

func (s *stripes) all() {
	for i := range s.mus {
		s.mus[i].Lock()
	}
}

func (s *stripes) none() {
	for i := range s.mus {
		s.mus[i].Unlock()
	}
}

func (s *stripes) one(i int) int {
	s.mus[i].Lock()
	defer s.mus[i].Unlock()
	return i
}

type counter struct {
	mu sync.Mutex
	n  int
}

// add leaves by many ways, with the lock open on each.
func (c *counter) add(n int) (err error) {
	c.mu.Lock()
	switch {
	case n < 0:
		c.mu.Unlock()
		return fmt.Errorf("negative: %d", n)
	case n == 0:
		c.mu.Unlock()
		return nil
	}
	for range n {
		if c.n > 5 {
			c.mu.Unlock()
			return fmt.Errorf("full")
		}
		c.n++
	}
	c.mu.Unlock()
	return nil
}

func main() {
	var wg sync.WaitGroup
	a := &account{}
	for range 3 {
		wg.Go(func() {
			if a.acquire(false) {
				time.Sleep(time.Millisecond)
				a.release()
			}
		})
	}
	time.Sleep(500 * time.Microsecond)
	fmt.Println(a.value() > 0, a.acquire(true))
	wg.Wait()
	fmt.Println(a.value())

	t := &table{rows: map[string]int{"a": 1}}
	row, done := t.find("a")
	wg.Go(func() { t.set("a", 2) })
	time.Sleep(time.Millisecond)
	fmt.Println(row)
	done()
	wg.Wait()
	fmt.Println(t.rows["a"])
	_, done = t.find("b")
	fmt.Println(done == nil)

	g := &gate{}
	wg.Go(func() {
		if g.enter() {
			time.Sleep(time.Millisecond)
			g.mu.Unlock()
		}
	})
	time.Sleep(300 * time.Microsecond)
	fmt.Println(g.pass())
	wg.Wait()

	s := &stripes{}
	wg.Go(func() {
		s.all()
		time.Sleep(time.Millisecond)
		s.none()
	})
	time.Sleep(300 * time.Microsecond)
	fmt.Println(s.one(2))
	wg.Wait()

	c := &counter{}
	fmt.Println(c.add(-1), c.add(0), c.add(3), c.add(9), c.n)
}
