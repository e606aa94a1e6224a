// run

// Locks make others wait only where somebody waits with them.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type node struct {
	mu    sync.Mutex
	value int
	next  *node
}

// Two locks at most are held at a time.
func (n *node) add(delta int) (steps int) {
	n.mu.Lock()
	for n.next != nil {
		next := n.next
		next.mu.Lock()
		n.value += delta
		time.Sleep(time.Microsecond)
		n.mu.Unlock()
		n = next
		steps++
	}
	n.value += delta
	n.mu.Unlock()
	return steps
}

func handOverHand() {
	list := &node{next: &node{next: &node{next: &node{}}}}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			list.add(i)
		}()
	}
	wg.Wait()
	for n := list; n != nil; n = n.next {
		fmt.Print(n.value, " ")
	}
	fmt.Println()
}

// Each of two goroutines unlocks what the other one locks.
func pingPong() {
	var gates [2]struct{ mu sync.Mutex }
	gates[1].mu.Lock()
	done := make(chan bool)
	for me := range gates {
		go func() {
			for i := range 3 {
				gates[me].mu.Lock()
				fmt.Print(me, i, " ")
				gates[1-me].mu.Unlock()
			}
			done <- true
		}()
	}
	<-done
	<-done
	fmt.Println()
}

type machine struct {
	mu      sync.Mutex
	pending []string
	flag    uint32
	depth   int
}

func (m *machine) interrupt(why string) {
	m.mu.Lock()
	m.pending = append(m.pending, why)
	atomic.StoreUint32(&m.flag, 1)
	m.mu.Unlock()
}

// The lock is not held while the loop lets others run, nor while the function calls itself.
func (m *machine) run(n int) (why string) {
	for {
		if atomic.LoadUint32(&m.flag) != 0 {
			m.mu.Lock()
			why = m.pending[0]
			m.mu.Unlock()
			return why
		}
		if n > 0 {
			return m.run(n - 1)
		}
		m.depth++
	}
}

func interpreter() {
	m := new(machine)
	go func() {
		time.Sleep(time.Millisecond)
		m.interrupt("enough")
	}()
	fmt.Println(m.run(5))
}

// A loop that looks for others while it holds a lock, which they want.
func spinWithLock() {
	var state struct {
		mu    sync.Mutex
		ready int32
		log   []string
	}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for round := range 2 {
				state.mu.Lock()
				state.log = append(state.log, fmt.Sprint(i, round))
				state.mu.Unlock()
				runtime.Gosched()
			}
		}()
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		state.mu.Lock()
		for atomic.LoadInt32(&state.ready) == 0 {
			runtime.Gosched()
		}
		state.log = append(state.log, "spinner")
		state.mu.Unlock()
	}()
	go func() {
		time.Sleep(time.Millisecond)
		atomic.StoreInt32(&state.ready, 1)
	}()
	wg.Wait()
	fmt.Println(len(state.log))
}

type gate struct{ mu sync.Mutex }

func (g *gate) enter() { g.mu.Lock() }
func (g *gate) leave() { g.mu.Unlock() }

// The lock is released and taken again by helpers, and deferred calls wait with it.
func helpers() {
	var g gate
	var inside, most int32
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.enter()
			defer g.leave()
			defer func() {
				if n := atomic.AddInt32(&inside, 1); n > most {
					most = n
				}
				time.Sleep(time.Microsecond)
				atomic.AddInt32(&inside, -1)
			}()
			for range 2 {
				g.leave()
				time.Sleep(time.Microsecond)
				g.enter()
			}
		}()
	}
	wg.Wait()
	fmt.Println("most", most)
}

func main() {
	handOverHand()
	pingPong()
	interpreter()
	spinWithLock()
	helpers()
}
