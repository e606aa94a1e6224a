// Run-time panics are runtime.Error values.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		e, ok := r.(runtime.Error)
		fmt.Println(ok, e)
		if err, isErr := r.(error); isErr {
			var re runtime.Error
			fmt.Println(errors.As(err, &re), err.Error())
		}
	}()
	f()
}

type shape interface{ area() float64 }
type square struct{}

func main() {
	zero := 0
	var i any = "text"
	var s shape
	try(func() { _ = 1 / zero })
	try(func() { _ = i.(int) })
	try(func() { _ = i.(shape) })
	try(func() { i = square{}; _ = i.(fmt.Stringer) })
	try(func() { i = nil; _ = i.(int) })
	try(func() { _ = s.(fmt.Stringer) })
	try(func() { s.area() })
	try(func() { a, b := any([]int{}), any([]int{}); fmt.Println(a == b) })
	try(func() { close((chan int)(nil)) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { c := make(chan int); close(c); c <- 1 })
	try(func() { _ = make([]int, zero-1) })
	try(func() { _ = []int{}[zero] })
	try(func() { n := -1; _ = 1 << n })
}
