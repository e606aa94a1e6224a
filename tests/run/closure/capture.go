// Closures share the variables that they capture.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 0 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type op func(int, int) int

func (o op) apply(a, b int) int { return o(a, b) }

func main() {
	next, reset := counter()
	next()
	next()
	fmt.Println(next())
	reset()
	fmt.Println(next())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	fmt.Println(op(func(a, b int) int { return a - b }).apply(5, 3))
	x := 1
	func() { x := 2; x++; _ = x }()
	fmt.Println(x)
	var f func()
	fmt.Println(f == nil)
	s := struct{ f func(string) string }{func(s string) string { return s + "!" }}
	fmt.Println(s.f("hi"))
}
