// Unbuffered and buffered channels, closing, ranging, comma-ok, directions.
package main

import "fmt"

func produce(n int, out chan<- int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func consume(in <-chan int, done chan<- int) {
	sum := 0
	for v := range in {
		sum += v
	}
	done <- sum
}

type msg struct {
	text  string
	reply chan string
}

func main() {
	ch, done := make(chan int), make(chan int)
	go produce(10, ch)
	go consume(ch, done)
	fmt.Println(<-done)
	b := make(chan string, 2)
	b <- "a"
	b <- "b"
	fmt.Println(len(b), cap(b), <-b, <-b)
	close(b)
	v, ok := <-b
	fmt.Printf("%q %v\n", v, ok)
	req := make(chan msg)
	go func() {
		for m := range req {
			m.reply <- m.text + "!"
		}
	}()
	for _, s := range []string{"x", "y"} {
		r := make(chan string)
		req <- msg{s, r}
		fmt.Println(<-r)
	}
	close(req)
	first := make(chan int)
	prev := first
	for range 100 {
		next := make(chan int)
		go func(in, out chan int) { out <- 1 + <-in }(prev, next)
		prev = next
	}
	go func() { first <- 0 }()
	fmt.Println(<-prev)
	var nilChan chan int
	fmt.Println(nilChan == nil, len(nilChan), cap(nilChan))
	structs := make(chan [2]int, 1)
	a := [2]int{1, 2}
	structs <- a
	a[0] = 9
	fmt.Println(<-structs)
}
