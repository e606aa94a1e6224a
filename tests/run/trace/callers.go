// run

// Frames have Go's names of functions and Go's lines: closures, methods, init functions, generic functions, deferred
// calls while a panic is in progress, goroutines that have waited, //line directives.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type T struct{ v []int }

func (t *T) M(i int) int { return t.v[i] }

type E struct{ T }

func apply[X any](f func() X) X {
	return f()
}

func show() {
	pcs := make([]uintptr, 50)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "runtime.") || f.Function == "runtime.gopanic" {
			fmt.Println(f.Function, f.File[strings.LastIndexByte(f.File, '/')+1:], f.Line)
		}
		if !more {
			break
		}
	}
	fmt.Println("--")
}

var global = func() int { show(); return 1 }()

func init() { show() }

func init() {
	func() {
		show()
	}()
}

func deferred(n int) {
	show()
	recover()
}

func nilPointer(p *T) []int {
	defer deferred(1)
	return p.v
}

func index(p *T) int {
	defer deferred(1)
	return p.v[5]
}

func divide(x int) int {
	defer deferred(1)
	return 1 / x
}

func nested() {
	defer func() { recover() }()
	defer func() {
		defer func() {
			show()
			recover()
		}()
		panic("second")
	}()
	panic("first")
}

func normal() {
	defer func() {
		show()
	}()
}

func inner(c chan int) {
	c <- 1
	show()
	c <- 2
}

func outer(c chan int) { inner(c) }

func main() {
	fmt.Println(global)
	apply(func() int { show(); return 1 })
	nilPointer(nil)
	index(&T{})
	divide(0)
	nested()
	normal()
	func() {
		defer deferred(2)
		var i interface{ M(int) int } = &E{}
		i.M(7)
	}()

	c := make(chan int)
	go outer(c)
	<-c
	<-c

	pc, _, _, ok := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), ok)
//line other.y:100
	_, file, line, _ := runtime.Caller(0)
	fmt.Println(file, line)
}
