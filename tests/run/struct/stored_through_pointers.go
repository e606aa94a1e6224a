package main

import "fmt"

type base struct{ n int }

func (b *base) bump(k int) int {
	b.n += k
	return b.n
}

type plain struct{ n int }

//go:noinline
func f(b *base) {
	p := plain(*b)
	p.n++
	*b = base(p)
}

type node struct {
	v    int64
	next *node
	arr  [2]int64
}

func main() {
	b := &base{7}
	f(b)
	fmt.Println(b.n)
	for i := 0; i < 3; i++ {
		p := plain(*b)
		p.n++
		*b = base(p)
	}
	fmt.Println(b.n)
	n := node{v: 9, arr: [2]int64{1, 2}}
	p, q := &n, &node{v: 3}
	pp := &p
	pv := &n.v
	pa := &n.arr
	pv = &q.v
	for i := 0; i < 3; i++ {
		n, *q = *q, n
	}
	fmt.Println(n.v, n.arr, q.v, q.arr, *pv, *pa, (*pp).v)
	func() {
		q.arr, n.arr = n.arr, q.arr
		n, *q = *q, n
	}()
	fmt.Println(n.v, n.arr, q.v, q.arr, *pv, *pa, (*pp).v)
	*q, n = n, node{}
	fmt.Println(n.v, n.arr, q.v, q.arr, *pv, *pa, (*pp).v)
}
