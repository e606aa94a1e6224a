// run

// Calls in the places of an assignment are made from left to right, whether or not closures know the places.
package main

import "fmt"

func trace[T any](n int, x T) T {
	fmt.Print("<", n, "> ")
	return x
}

func main() {
	var a [2]int
	var z int
	s, m, p := []int{1, 2}, map[string]int{}, &struct{ x, y int }{}
	mm := map[int]map[int]int{}
	ss := [][]int{s, s}
	f := func() (int, int, int, error) { fmt.Print("f "); return 1, 2, 3, nil }
	show := func() { fmt.Println(a, s, m, *p, mm, ss, z) }
	defer func() { fmt.Println(a, s, m, *p, mm, ss, z) }()
	a[trace(0, 1)], m[trace(1, "k")] = trace(2, 3), 6
	show()
	s[trace(0, 1)], mm[trace(1, 1)], ss[trace(2, 0)][trace(3, 1)] = trace(4, 7), map[int]int{trace(5, 1): 1}, trace(6, 8)
	show()
	mm[1][trace(0, 5)], a[trace(1, 0)], trace(2, p).x = trace(3, 1), z, len(m)+trace(4, 1)
	show()
	a[trace(0, 0)], m[trace(1, "x")], s[trace(2, 1)], _ = f()
	show()
	ss[trace(0, 1)], z = ss[trace(1, 0)][:trace(2, 1)], trace(3, 4)
	show()
	ss[z-4][trace(0, 0)], z = trace(1, 50), trace(2, 0)
	show()
	m[fmt.Sprint(z, trace(0, z))], m[fmt.Sprint(trace(1, 9))], z = z, trace(2, z), z+trace(3, 1)
	show()
	var ok bool
	m[trace(0, "q")], ok = m[trace(1, "k")]
	_ = ok
}
