// run

// Function literals that loops call keep the arithmetic of int at its limits.
package main

import (
	"fmt"
	"math"
	"sort"
)

func counter(start, step int) func() int {
	c := start
	return func() int {
		c += step
		return c
	}
}

func masked(start, step int) func() int {
	c := start
	return func() int {
		c += step
		return c & 0xffffff
	}
}

func compose(f, g func(int) int) func(int) int {
	return func(x int) int { return g(f(x)) }
}

type cell struct{ v int }

func (c *cell) Next() int    { c.v = c.v*3 + 1; return c.v }
func (c *cell) At(i int) int { return [...]int{c.v, c.v % 7, c.v / 3}[i] }

type step int

func (s step) Next() int    { return int(s) + math.MaxInt64 }
func (s step) At(i int) int { return int(s) << (i * 31) }

type source interface {
	Next() int
	At(i int) int
}

func main() {
	for _, next := range []func() int{counter(1<<53-3, 1), counter(math.MaxInt64-2, 1), counter(math.MinInt64+2, -1), masked(1<<53-2, 1), masked(-2, 1), masked(math.MaxInt64, 1)} {
		for i := 0; i < 5; i++ {
			fmt.Print(next(), " ")
		}
		fmt.Println()
	}

	add := func(n int) func(int) int { return func(x int) int { return x + n } }
	f := compose(compose(add(1<<62), add(-7)), func(x int) int { return x*5 - x/3 + x%11 })
	x := 1
	for i := 0; i < 10; i++ {
		x = f(x)
		fmt.Print(x, " ")
	}
	fmt.Println()

	for _, s := range []source{&cell{1 << 50}, step(3), step(-1)} {
		for i := 0; i < 3; i++ {
			fmt.Print(s.Next(), " ", s.At(i), " ")
		}
		fmt.Println()
	}

	xs := []int{5, 1 << 60, -3, math.MinInt64, 0, math.MaxInt64, 1 << 53}
	sort.Slice(xs, func(i, j int) bool { return xs[i] < xs[j] })
	fmt.Println(xs)
	func() {
		defer func() { fmt.Println(recover()) }()
		at := func(i int) int { return xs[i] / (i - 2) }
		for i := 6; ; i-- {
			fmt.Print(at(i), " ")
		}
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		at := func(i int) int { return xs[i] }
		for i := 5; ; i++ {
			fmt.Print(at(i), " ")
		}
	}()
}
