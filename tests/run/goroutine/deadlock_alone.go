// run

// A program without a second goroutine that waits: nobody will ever end that.
package main

import "fmt"

func receive(c chan int) (n int) {
	defer func() { fmt.Println("not reached", recover()) }()
	return <-c
}

func main() {
	c := make(chan int, 1)
	c <- 1
	fmt.Println(<-c, len(c))
	select {
	case n := <-c:
		fmt.Println(n)
	default:
		fmt.Println("empty")
	}
	close(c)
	n, ok := <-c
	fmt.Println(n, ok)
	fmt.Println(receive(make(chan int)))
}
