// WaitGroup, Mutex, RWMutex, Once, Cond, Pool, atomic.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	b := a.balance
	runtime.Gosched()
	a.balance = b + n
}

func main() {
	var wg sync.WaitGroup
	var acc account
	for i := 1; i <= 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			acc.deposit(i)
		}()
	}
	wg.Wait()
	fmt.Println(acc.balance)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var n atomic.Int64
	var m int32
	for range 10 {
		wg.Go(func() { n.Add(2); atomic.AddInt32(&m, 1) })
	}
	wg.Wait()
	fmt.Println(n.Load(), atomic.LoadInt32(&m), n.CompareAndSwap(20, 1), n.Load())
	var rw sync.RWMutex
	shared := map[int]int{}
	for i := range 5 {
		wg.Add(2)
		go func() { defer wg.Done(); rw.Lock(); shared[i] = i; rw.Unlock() }()
		go func() { defer wg.Done(); rw.RLock(); _ = shared[i]; rw.RUnlock() }()
	}
	wg.Wait()
	fmt.Println(len(shared))
	c := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { c.L.Lock(); ready = true; c.L.Unlock(); c.Broadcast() }()
	c.L.Lock()
	for !ready {
		c.Wait()
	}
	c.L.Unlock()
	fmt.Println("ready")
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	var sm sync.Map
	sm.Store("k", 1)
	v, ok := sm.Load("k")
	_, loaded := sm.LoadOrStore("k", 2)
	fmt.Println(v, ok, loaded)
	f := sync.OnceValue(func() int { fmt.Println("computed"); return 7 })
	fmt.Println(f(), f())
	fmt.Println(acc.mu.TryLock(), acc.mu.TryLock())
}
