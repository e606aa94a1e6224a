package main

import (
	"fmt"
	"sync"
	"time"
)

// A function that locks for its callers, and that a goroutine begins with, too: nobody unlocks for that one.

type account struct {
	mu sync.Mutex
	n  int
}

func (a *account) hold() { a.mu.Lock() }

func (a *account) add() {
	a.hold()
	a.n++
	a.mu.Unlock()
}

func (a *account) value() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.n
}

func main() {
	a := &account{}
	a.add()
	go a.hold()
	time.Sleep(time.Millisecond)
	got := make(chan int)
	go func() { got <- a.value() }()
	time.Sleep(time.Millisecond)
	a.mu.Unlock()
	fmt.Println(<-got)
}
