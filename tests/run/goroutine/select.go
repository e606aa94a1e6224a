// select: ready cases, default, nil channels, timeouts, loops.
package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int, 1), make(chan string, 1)
	select {
	case v := <-a:
		fmt.Println("a", v)
	default:
		fmt.Println("nothing")
	}
	b <- "hello"
	select {
	case v := <-a:
		fmt.Println("a", v)
	case s, ok := <-b:
		fmt.Println("b", s, ok)
	}
	select {
	case a <- 5:
		fmt.Println("sent")
	case (chan string)(nil) <- "never":
		fmt.Println("sent b")
	}
	var never chan int
	select {
	case <-never:
		fmt.Println("never")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	quit := make(chan struct{})
	data := make(chan int)
	go func() {
		for i := range 3 {
			data <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-data:
			sum += v
		case <-quit:
			break loop
		}
	}
	fmt.Println("sum", sum)
	counts := [2]int{}
	x, y := make(chan int), make(chan int)
	close(x)
	close(y)
	for range 200 {
		select {
		case <-x:
			counts[0]++
		case <-y:
			counts[1]++
		}
	}
	fmt.Println(counts[0] > 20, counts[1] > 20)
	go func() {
		select {}
	}()
	out := make(chan int)
	go func() {
		select {
		case out <- 1 + 1:
		case <-never:
		}
	}()
	fmt.Println(<-out)
}
