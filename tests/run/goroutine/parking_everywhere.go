// Whatever may park does so in methods, interfaces, closures, deferred calls and expressions.
package main

import (
	"fmt"
	"time"
)

type worker interface{ work(int) int }

type quick struct{}

func (quick) work(n int) int { return n }

type slow struct{ c chan int }

func (s *slow) work(n int) int {
	go func() { s.c <- n * 10 }()
	return <-s.c
}

type wrapped struct{ worker }

func sum(w worker, n int) (total int) {
	defer func() { total += w.work(1000) }()
	for i := range n {
		total += w.work(i) + w.work(1)
	}
	return total
}

func recursive(n int) int {
	if n == 0 {
		time.Sleep(time.Microsecond)
		return 0
	}
	return recursive(n-1) + 1
}

func fails(c chan int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v after %d", r, <-c)
		}
	}()
	<-c
	panic("after parking")
}

func args(a, b, c int) string { return fmt.Sprint(a, b, c) }

func main() {
	s := &slow{make(chan int)}
	fmt.Println(sum(quick{}, 3), sum(s, 3), sum(wrapped{s}, 2))
	fmt.Println(recursive(50))
	c := make(chan int, 10)
	for i := range 10 {
		c <- i
	}
	fmt.Println(args(<-c, s.work(<-c), <-c), <-c+<-c*<-c, []int{<-c, <-c})
	fmt.Println(fails(c))
	f := s.work
	g := func(h func(int) int) int { return h(1) + h(2) }
	fmt.Println(g(f), g(quick{}.work))
	m := map[string]func() int{"a": func() int { return s.work(4) }}
	fmt.Println(m["a"]())
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recovered:", recover()) }()
		s.work(1)
		var p *slow
		p.c <- 1
	}()
	<-done
	for i := range s.work(1) {
		if s.work(i) == 30 && s.work(0) == 0 || i > 8 {
			fmt.Println("at", i)
			break
		}
	}
	switch s.work(2) {
	case 20:
		fmt.Println("twenty")
	}
	x := []int{1, 2, 3}
	x[s.work(0)] += s.work(5)
	fmt.Println(x)
	select {
	case v := <-func() chan int { s.work(1); c := make(chan int, 1); c <- 3; return c }():
		fmt.Println(v)
	}
}
