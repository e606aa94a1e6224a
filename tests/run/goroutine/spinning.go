// run

// Loops that wait for other goroutines by looking at a variable let them run.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

type spinLock struct{ held atomic.Bool }

func (l *spinLock) Lock() {
	for !l.held.CompareAndSwap(false, true) {
	}
}

func (l *spinLock) Unlock() { l.held.Store(false) }

func main() {
	var ready atomic.Bool
	go func() { ready.Store(true) }()
	for !ready.Load() {
	}
	fmt.Println("ready")

	var counter int64
	go func() {
		for {
			atomic.AddInt64(&counter, 1)
		}
	}()
	for atomic.LoadInt64(&counter) < 100 {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("counted")

	var l spinLock
	done := make(chan int)
	total := 0
	for i := range 4 {
		go func() {
			for range 10 {
				l.Lock()
				before := total
				runtime.Gosched()
				total = before + 1
				l.Unlock()
			}
			done <- i
		}()
	}
	for range 4 {
		<-done
	}
	fmt.Println(total)

	var state int32
	go func() {
		for {
			if atomic.LoadInt32(&state) == 1 {
				break
			}
		}
		atomic.StoreInt32(&state, 2)
	}()
	atomic.StoreInt32(&state, 1)
	for atomic.LoadInt32(&state) != 2 {
	}
	fmt.Println("handed over")
}
