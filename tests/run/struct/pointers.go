// Pointers: to locals, fields, elements, pointers; identity and nil.
package main

import "fmt"

type node struct {
	val  int
	next *node
}

func set(p *int, v int) { *p = v }

func newCounter() *int {
	n := 0
	return &n
}

func main() {
	x := 1
	p := &x
	pp := &p
	**pp = 2
	fmt.Println(x, *p == **pp, p == *pp)
	a := []int{1, 2, 3}
	set(&a[1], 20)
	var n node
	set(&n.val, 5)
	q, r := &n.val, &n.val
	fmt.Println(a, n.val, q == r, &a[0] == &a[0], &a[0] == &a[1])
	c, d := newCounter(), newCounter()
	*c++
	fmt.Println(*c, *d, c == d)
	list := &node{1, &node{2, nil}}
	for e := list; e != nil; e = e.next {
		fmt.Print(e.val, " ")
	}
	fmt.Println()
	s := "str"
	ps := &s
	*ps += "ing"
	fmt.Println(s)
	np := new(node)
	np.val++
	e := new(int)
	*e = 7
	fmt.Println(*np, *e, new(string) == nil)
	arr := [3]int{1, 2, 3}
	ap := &arr
	ap[0] = 10
	sl := ap[:]
	sl[1] = 20
	fmt.Println(arr, *ap)
	fn := func() int { return x }
	*p = 42
	fmt.Println(fn())
	m := map[*node]string{list: "head", list.next: "tail"}
	fmt.Println(m[list], m[list.next], m[nil] == "")
}
