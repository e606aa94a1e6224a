package main

import (
	"fmt"
	"slices"
)

// Arrays that pointers see in slices have their memory in common with them.
func main() {
	t := make([]uint8, 4, 8)
	p := (*[4]uint8)(t)
	p[0], p[3] = 2, 9
	s := p[1:3:4]
	fmt.Println(slices.Insert(t, 0, s...), t, s)
	fmt.Println(slices.Replace(t, 1, 2, s...), t, *p)

	a := []int32{1, 2, 3, 4, 5, 6}
	q := (*[5]int32)(a[1:])
	copy(a[2:], q[:4])
	fmt.Println(a, *q)
	copy(q[:], a[:5])
	fmt.Println(a, *q)
	a = append(a[:1], q[1:4]...)
	fmt.Println(a, *q)

	w := []uint64{1, 2, 3, 4}
	r := (*[3]uint64)(w[1:])
	copy(r[:], w)
	copy(w, r[:])
	fmt.Println(w, *r)
	b := []bool{true, false, false, true}
	copy((*[3]bool)(b[1:])[:], b)
	fmt.Println(b)
}
