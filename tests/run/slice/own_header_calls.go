// run

// A slice that grows by what calls give, while these look at what the slice was, panic, park or recur.
package main

import "fmt"

type pair struct{ a, b int }

func apply(xs []int, f func(int) int) []int {
	out := make([]int, 0, 1)
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

// seen keeps a header that must not change afterwards.
func seen(xs []int, f func([]int) int) []int {
	var out []int
	for _, x := range xs {
		out = append(out, f(out)+x)
	}
	return out
}

func shared() {
	out := make([]int, 0, 8)
	var kept [][]int
	keep := func(s []int) int {
		kept = append(kept, s)
		return len(s)
	}
	for i := 0; i < 4; i++ {
		out = append(out, keep(out)*10+i)
	}
	fmt.Println(out, kept, len(kept[0]), len(kept[3]))
}

func captured() {
	var out []int
	add := func() int {
		out = append(out, 100)
		return len(out)
	}
	for i := 0; i < 3; i++ {
		out = append(out, add())
	}
	fmt.Println(out)
}

func panicking(n int) (out []int, err any) {
	defer func() { err = recover() }()
	grown := make([]int, 0, 2)
	defer func() { out = grown[:cap(grown)] }()
	for i := 0; ; i++ {
		grown = append(grown, func() int {
			if i == n {
				panic("enough")
			}
			return i
		}())
	}
}

func parking(ch chan int) []int {
	var out []int
	for i := 0; i < 5; i++ {
		out = append(out, <-ch+next(ch))
	}
	return out
}

func next(ch chan int) int { return <-ch }

func truncated(bound func() int) []pair {
	out := []pair{{1, 2}, {3, 4}, {5, 6}, {7, 8}}
	for len(out) > 2 {
		out = out[:bound()]
		out = append(out, pair{len(out), cap(out)})
		out = out[1:]
	}
	return out
}

func nested(depth int) []int {
	var out []int
	for i := 0; i < depth; i++ {
		out = append(out, len(nested(i)))
	}
	return out
}

func main() {
	fmt.Println(apply([]int{1, 2, 3}, func(x int) int { return x * x }))
	fmt.Println(seen([]int{5, 6, 7}, func(s []int) int {
		if cap(s) > len(s) {
			_ = append(s, -1)
		}
		return len(s) * 100
	}))
	shared()
	captured()
	fmt.Println(panicking(3))
	fmt.Println(panicking(0))
	ch := make(chan int)
	go func() {
		for i := 0; i < 10; i++ {
			ch <- i
		}
	}()
	fmt.Println(parking(ch))
	calls := 3
	fmt.Println(truncated(func() int { calls--; return calls }))
	fmt.Println(nested(6))
}
