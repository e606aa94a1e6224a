// Arrays are values: assignment, parameters and comparison work on all elements.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 9
	c := change(a)
	fmt.Println(a, b, c, a == [3]int{1, 2, 3}, a == b)
	m := [2][2]string{{"a", "b"}, {"c", "d"}}
	n := m
	n[0][0] = "z"
	fmt.Println(m, n, m != n, len(m))
	p := &a
	p[1] = 50
	for i, v := range p {
		fmt.Print(i, v, " ")
	}
	for i, v := range a {
		a[2] = 77
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(p), cap(p), *p)
	d := [...]string{2: "two", 0: "zero"}
	fmt.Printf("%q %d\n", d, len(d))
	e := [5]byte{1: 255}
	e[1]++
	fmt.Println(e)
	key := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(key[[2]int{1, 2}], key[[2]int{2, 1}] == "")
	var i any = a
	a[0] = -1
	fmt.Println(i, i == any([3]int{1, 50, 77}))
}
