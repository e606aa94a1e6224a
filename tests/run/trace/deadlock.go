// run

// A deadlock lists all goroutines with what they wait for.
package main

import "sync"

func worker(c chan int) { <-c }

func main() {
	c := make(chan int)
	go worker(c)
	go func() { select {} }()
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Wait()
}
