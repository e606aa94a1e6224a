// run

// Plain receivers and senders wait at a channel between cases of selects, some of which leave when another case of
// theirs is chosen: the others keep their order.
package main

import (
	"fmt"
	"time"
)

type answer struct {
	who   int
	value int
}

// receivers starts one goroutine after the other: a letter s is a select that can also be stopped.
func receivers(kinds string, c chan int, stops []chan bool, answers chan answer) {
	for i, kind := range kinds {
		if kind == 's' {
			go func() {
				select {
				case v := <-c:
					answers <- answer{i, v}
				case <-stops[i]:
					answers <- answer{i, -1}
				}
			}()
		} else {
			go func() { answers <- answer{i, <-c} }()
		}
		time.Sleep(time.Millisecond)
	}
}

func try(kinds string, stopped ...int) {
	c, answers := make(chan int), make(chan answer)
	stops := make([]chan bool, len(kinds))
	for i := range stops {
		stops[i] = make(chan bool)
	}
	receivers(kinds, c, stops, answers)
	for _, i := range stopped {
		stops[i] <- true
		fmt.Print(<-answers, " ")
	}
	for i := len(stopped); i < len(kinds); i++ {
		c <- i * 10
		fmt.Print(<-answers, " ")
	}
	fmt.Println()
}

func senders() {
	c, stop := make(chan int), make(chan bool)
	for i := range 5 {
		if i%2 == 1 {
			go func() {
				select {
				case c <- i:
				case <-stop:
				}
			}()
		} else {
			go func() { c <- i }()
		}
		time.Sleep(time.Millisecond)
	}
	stop <- true
	for range 4 {
		fmt.Print(<-c, " ")
	}
	select {
	case v := <-c:
		fmt.Println("left over", v)
	default:
		fmt.Println("none left")
	}
}

func main() {
	try("pppp")
	try("sp", 0)
	try("ps", 1)
	try("psp", 1)
	try("sps", 0, 2)
	try("sps", 2, 0)
	try("spsps", 2)
	try("pssp", 2, 1)
	try("ssps", 1, 3, 0)
	senders()

	// Who waits again stands behind the others.
	a, done := make(chan int), make(chan bool)
	for i := range 3 {
		go func() {
			for range 3 {
				fmt.Print(i, ":", <-a, " ")
			}
			done <- true
		}()
		time.Sleep(time.Millisecond)
	}
	for i := range 9 {
		a <- i
		time.Sleep(time.Millisecond)
	}
	for range 3 {
		<-done
	}
	fmt.Println()
}
