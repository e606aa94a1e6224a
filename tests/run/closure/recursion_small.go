// run

// Small functions that call themselves more than once: results, panics and traces are those of one function.
package main

import (
	"fmt"
	"math"
	"runtime"
	"strings"
)

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.left.sum() + t.value + t.right.sum()
}

type depth int

func (d depth) leaves() int {
	if d == 0 {
		return 1
	}
	return (d - 1).leaves() + (d - 1).leaves()
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

// wide leaves the integers that JavaScript's numbers hold.
func wide(n int) int {
	if n == 0 {
		return math.MaxInt64 / 3
	}
	return wide(n-1) + wide(n-1)
}

func words(n int) uint64 {
	if n < 2 {
		return uint64(n) << 40
	}
	return words(n-1)*3 ^ words(n-2)>>1
}

func split(n int) (low, high int) {
	if n <= 1 {
		return n, -n
	}
	low, _ = split(n / 2)
	_, high = split(n - n/2)
	return low + n, high - n
}

func fails(n int) int {
	if n == 3 {
		panic(fmt.Sprint("at ", n))
	}
	return fails(n-1) + fails(n-2)
}

func callers(n int) int {
	if n == 0 {
		pcs := make([]uintptr, 32)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
		count := 0
		for {
			frame, more := frames.Next()
			if strings.HasSuffix(frame.Function, "main.callers") {
				count++
			}
			if !more {
				return count
			}
		}
	}
	if n < 0 {
		return callers(n+1) + callers(n+2)
	}
	return callers(n - 1)
}

func count(f func(int) int) int { return f(10) }

func Max[T int | string](items []T) T {
	if len(items) == 1 {
		return items[0]
	}
	return max(Max(items[:len(items)/2]), Max(items[len(items)/2:]))
}

func main() {
	t := &tree{&tree{nil, nil, 1}, &tree{&tree{nil, nil, 3}, nil, 4}, 2}
	fmt.Println(t.sum(), (*tree)(nil).sum(), depth(5).leaves())
	fmt.Println(fib(15), count(fib), wide(1), wide(2), wide(5))
	fmt.Println(words(30))
	fmt.Println(split(100))
	fmt.Println(callers(7))
	fmt.Println(Max([]int{3, 9, 2}), Max([]string{"a", "c", "b"}))
	sum := (*tree).sum
	fmt.Println(sum(t))
	func() {
		defer func() { fmt.Println(recover()) }()
		fails(8)
	}()
}
