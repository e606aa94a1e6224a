package main

import "fmt"

type inner struct{ a [2]int }
type outer struct {
	in inner
	s  []inner
	m  map[string]inner
	p  *inner
}

func bump(p *int) { *p += 100 }

func main() {
	o := &outer{s: make([]inner, 1), m: map[string]inner{}, p: new(inner)}
	bump(&o.in.a[0])
	bump(&o.s[0].a[1])
	bump(&o.p.a[0])
	fmt.Println(o.in, o.s, *o.p)
	pa := &o.in.a
	pa[1] = 7
	pi := &o.in
	pi.a[0]++
	copyOf := *o
	copyOf.in.a[0] = -1
	copyOf.s[0].a[0] = 55
	fmt.Println(o.in, copyOf.in, o.s[0].a)
	x := [3]int{1, 2, 3}
	ps := []*int{&x[0], &x[2]}
	*ps[1] *= 5
	fmt.Println(x, ps[0] == &x[0], ps[0] == ps[1])
	var pp **int
	q := ps[0]
	pp = &q
	**pp = 9
	*pp = ps[1]
	fmt.Println(x, *q)
	f := &o.p
	(*f).a[1] = 3
	fmt.Println(o.p.a)
	type list struct {
		next *list
		n    int
	}
	head := &list{nil, 0}
	tail := &head.next
	for i := 1; i < 4; i++ {
		*tail = &list{n: i}
		tail = &(*tail).next
	}
	for l := head; l != nil; l = l.next {
		fmt.Print(l.n, " ")
	}
	fmt.Println()
	i, j := 1, 2
	pi1, pj := &i, &j
	*pi1, *pj = *pj, *pi1
	fmt.Println(i, j)
	sl := []int{1, 2, 3}
	sp := &sl
	*sp = append(*sp, 4)
	(*sp)[0] = 10
	fmt.Println(sl, len(*sp))
	var iface any = &i
	*(iface.(*int)) = 77
	fmt.Println(i)
}
