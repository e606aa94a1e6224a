// A slice is a window on its array: writes show through, append reallocates only when it must.
package main

import "fmt"

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s))
	s[0] = 20
	fmt.Println(a)
	s = append(s, 40)
	fmt.Println(a, s)
	t := a[1:3:3]
	t = append(t, 99)
	t[0] = 77
	fmt.Println(a, t, len(t))
	u := s[:cap(s)]
	fmt.Println(u, s[len(s):], len(s[1:]))
	var nilSlice []int
	fmt.Println(nilSlice == nil, len(nilSlice), nilSlice[:0] == nil, []int{} == nil)
	nilSlice = append(nilSlice, 1, 2, 3)
	fmt.Println(nilSlice)
	m := make([]int, 2, 10)
	n := m[:4]
	n[3] = 5
	fmt.Println(m[:5], m)
	p := append(m, 1)
	q := append(m, 2)
	fmt.Println(p[2], q[2])
}
