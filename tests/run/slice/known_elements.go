package main

// Elements that somebody knows by their addresses change when append, copy and clear put values into their places.

import "fmt"

type T struct{ x int }
type U struct{ a, b int }
type in struct{ v int }
type V struct{ in in }

func (i *in) get() *in { return i }

func main() {
	s := []T{{1}, {2}, {3}}
	p := &s[0]
	s = append(s[:0], T{5})
	fmt.Println(p.x)
	b := [][2]int{{1, 2}, {3, 4}}
	pb := &b[0]
	b = append(b[:0], [2]int{5, 6})
	fmt.Println(pb[0], *pb)
	u := []U{{1, 2}, {3, 4}}
	q := &u[1].b
	u = append(u[:1], U{7, 8})
	fmt.Println(*q)
	v := []V{{in{1}}, {in{2}}}
	w := v[0].in.get()
	v = append(v[:0], v[1])
	fmt.Println(w.v)
	copy(v[:2], []V{{in{7}}, {in{8}}})
	fmt.Println(w.v)
	clear(v)
	fmt.Println(w.v)
}
