// Growing by append keeps earlier windows apart, and capacity is at least the length.
package main

import "fmt"

func main() {
	var s []int
	reallocations, last := 0, -1
	for i := range 1000 {
		s = append(s, i)
		if cap(s) != last {
			reallocations, last = reallocations+1, cap(s)
		}
		if cap(s) < len(s) {
			fmt.Println("impossible")
		}
	}
	fmt.Println(len(s), reallocations < 30, s[999])
	a := s[:2:2]
	b := append(a, -1)
	fmt.Println(s[2], b[2])
	st := []string{}
	for range 3 {
		st = append(st, "x", "y")
	}
	fmt.Println(st, len(st))
	stack := []int{}
	for i := range 5 {
		stack = append(stack, i)
	}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		fmt.Print(top, " ")
	}
	fmt.Println(len(stack), cap(stack) >= 5)
	q := []int{1, 2, 3}
	for len(q) > 0 {
		x := q[0]
		q = q[1:]
		if x < 3 {
			q = append(q, x+10)
		}
		fmt.Print(x, " ")
	}
	fmt.Println()
	old := s
	s = append(s[:500], s[501:]...)
	fmt.Println(len(old), old[500], old[999], len(s))
}
