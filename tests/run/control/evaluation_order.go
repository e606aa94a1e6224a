// Operands are evaluated left to right, before assignments happen.
package main

import "fmt"

func trace(s string, n int) int { fmt.Print(s, " "); return n }

func two() (int, int) { return 1, 2 }

func main() {
	a := []int{trace("a", 1), trace("b", 2), trace("c", 3)}
	a[trace("i", 0)], a[trace("j", 1)] = trace("x", 10), trace("y", 20)
	fmt.Println(a)
	i := 0
	i, a[i] = 1, 99
	fmt.Println(i, a)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	m := map[string]int{}
	m["k"], i = two()
	fmt.Println(m, i)
	fmt.Println(trace("l", 1)+trace("r", 2)*trace("s", 3), trace("t", 0) == 1 && trace("never", 1) == 1)
	p := &a
	(*p)[trace("q", 2)] += trace("w", 5)
	fmt.Println(a)
	var arr [3]int
	k := 1
	arr[k], k = 5, 2
	fmt.Println(arr, k)
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		s[0] = 100
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(s))
	f := func() (int, string, error) { return 7, "seven", nil }
	n, _, err := f()
	fmt.Println(n, err)
	fmt.Println(f())
}
