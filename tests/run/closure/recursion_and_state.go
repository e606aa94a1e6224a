package main

import "fmt"

type visitor func(depth int) visitor

func fibonacci() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func memo(f func(func(int) int, int) int) func(int) int {
	cache := map[int]int{}
	var self func(int) int
	self = func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(self, n)
		cache[n] = v
		return v
	}
	return self
}

func main() {
	next := fibonacci()
	for range 10 {
		fmt.Print(next(), " ")
	}
	fmt.Println()
	fib := memo(func(self func(int) int, n int) int {
		if n < 2 {
			return n
		}
		return self(n-1) + self(n-2)
	})
	fmt.Println(fib(80))
	steps := 0
	var v visitor
	v = func(d int) visitor {
		steps++
		if d > 3 {
			return nil
		}
		return v
	}
	for d, f := 0, v; f != nil; d++ {
		f = f(d)
	}
	fmt.Println(steps)
	add := func(a int) func(int) func() int {
		return func(b int) func() int {
			return func() int { a++; b++; return a + b }
		}
	}
	f := add(1)(2)
	fmt.Println(f(), f(), add(1)(2)())
	fs := [3]func() int{}
	x := 0
	for i := range fs {
		fs[i] = func() int { x += i; return x }
	}
	fmt.Println(fs[1](), fs[2](), fs[2](), x)
	func(args ...int) { fmt.Println(len(args), args) }(1, 2, 3)
	variadic := func(prefix string, rest ...any) { fmt.Println(prefix, len(rest), rest == nil) }
	variadic("none")
	variadic("some", 1, "x")
	variadic("spread", []any{1, 2}...)
}
