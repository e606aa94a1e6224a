package main

import "fmt"

type a struct {
	n int
	s string
	f float64
	b [2]bool
	i any
	p *int
}

type nested struct {
	a
	x, _ int
}

func main() {
	n := 1
	x := a{1, "s", 2.5, [2]bool{true, false}, 7, &n}
	y := x
	fmt.Println(x == y)
	y.b[1] = true
	fmt.Println(x == y, x != y)
	y = x
	y.i = int64(7)
	fmt.Println(x == y)
	m := n
	y = x
	y.p = &m
	fmt.Println(x == y)
	fmt.Println(nested{x, 1, 2} == nested{x, 1, 3}, nested{x, 1, 2} == nested{y, 1, 2})
	fmt.Println(struct{}{} == struct{}{})
	set := map[a]bool{x: true}
	fmt.Println(set[x], set[y])
	defer func() { fmt.Println(recover()) }()
	x.i, y.i, y.p = []int{1}, []int{1}, x.p
	fmt.Println(x == y)
}
