// Ten thousand goroutines, deep pipelines, and a goroutine that exits.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	start := make(chan struct{})
	for i := range 10000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			mu.Lock()
			total += i
			mu.Unlock()
		}()
	}
	close(start)
	wg.Wait()
	fmt.Println(total)
	done := make(chan string, 2)
	go func() {
		defer func() { done <- "exited" }()
		runtime.Goexit()
		done <- "not reached"
	}()
	fmt.Println(<-done)
	src := make(chan int)
	go func() {
		for i := 2; ; i++ {
			src <- i
		}
	}()
	ch := src
	for range 20 {
		p := <-ch
		fmt.Print(p, " ")
		next := make(chan int)
		go func(in, out chan int) {
			for {
				if i := <-in; i%p != 0 {
					out <- i
				}
			}
		}(ch, next)
		ch = next
	}
	fmt.Println()
}
