// Method values bind the receiver when evaluated; method expressions take it as a parameter.
package main

import "fmt"

type counter struct{ n int }

func (c counter) get() int   { return c.n }
func (c *counter) inc() int  { c.n++; return c.n }

type list []int

func (l list) len() int    { return len(l) }
func (l *list) add(n int)  { *l = append(*l, n) }

type num int

func (n num) double() num { return n * 2 }
func (n *num) inc()       { *n++ }

type getter interface{ get() int }

func main() {
	c := counter{1}
	get, inc := c.get, c.inc
	inc()
	inc()
	fmt.Println(get(), c.get(), c.n)
	f := counter.get
	g := (*counter).inc
	h := (*counter).get
	fmt.Println(f(c), g(&c), h(&c))
	var l list
	l.add(5)
	add := l.add
	add(6)
	fmt.Println(l, l.len(), list.len(l))
	n := num(4)
	n.inc()
	fmt.Println(n.double(), num.double(3))
	i := getter.get
	fmt.Println(i(c), i(&c))
	var x getter = c
	k := x.get
	c.n = 100
	fmt.Println(k(), x.get())
	fs := map[string]func() int{"get": c.get, "inc": c.inc}
	fs["inc"]()
	fmt.Println(fs["get"](), c.n)
}
