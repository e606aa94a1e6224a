// A panic after parking unwinds through parked callers, deferred calls included.
package main

import (
	"fmt"
	"time"
)

func level(n int, c chan int) int {
	defer fmt.Println("unwind", n)
	if n == 0 {
		v := <-c
		if v == 13 {
			panic("unlucky")
		}
		return v
	}
	return level(n-1, c) + 1
}

func try(c chan int) (v int, err error) {
	defer func() {
		if r := recover(); r != nil {
			time.Sleep(time.Microsecond)
			err = fmt.Errorf("%v", r)
		}
	}()
	return level(2, c), nil
}

func main() {
	c := make(chan int)
	go func() { c <- 5; time.Sleep(time.Millisecond); c <- 13 }()
	fmt.Println(try(c))
	fmt.Println(try(c))
}
