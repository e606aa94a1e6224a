// run

// Struct and array values stay apart, whichever copies the compiler leaves out.
package main

import "fmt"

type P struct{ X, Y int }
type Q struct {
	P  P
	Xs [3]int
	N  *Q
}

var global = P{1, 2}
var table = []P{{1, 1}, {2, 2}, {3, 3}}

func (p P) sum() int     { return p.X + p.Y }
func (p *P) bump()       { p.X++ }
func (p P) moved() P     { p.X += 10; return p }
func (p P) same() P      { return p }
func read(p P) int       { return p.X }
func keep(p P) []P       { return append([]P(nil), p) }
func addr(p P) *P        { return &p }
func fn(p P) func() int  { return func() int { p.X++; return p.X } }
func arr(a [3]int) int   { return a[0] + a[1] + a[2] }
func arrSet(a [3]int) [3]int { a[0] = 99; return a }

// The callee changes what its argument was copied from.
func throughGlobal(p P) int {
	global.X = 100
	return p.X
}

func throughPointer(p P, q *P) int {
	q.X = 50
	return p.X
}

func throughSlice(p P, s []P) int {
	s[0] = P{70, 70}
	return p.X
}

func throughFieldPointer(p P, q *int) int {
	*q = 5
	return p.X
}

func throughCall(p P, f func()) int {
	f()
	return p.X
}

type setter interface{ set() }

func (p *P) set() { p.X = -1 }

func throughInterface(p P, s setter) int {
	s.set()
	return p.X
}

func viaArray(a [3]int, s []int) int {
	s[0] = 1000
	return a[0]
}

func params() {
	fmt.Println(throughGlobal(global), global)
	p := P{1, 2}
	fmt.Println(throughPointer(p, &p), p)
	s := []P{{1, 2}}
	fmt.Println(throughSlice(s[0], s), s)
	p = P{1, 2}
	fmt.Println(throughFieldPointer(p, &p.X), p)
	p = P{1, 2}
	fmt.Println(throughCall(p, func() { p.X = 60 }), p)
	p = P{1, 2}
	fmt.Println(throughInterface(p, &p), p)
	a := [3]int{1, 2, 3}
	fmt.Println(viaArray(a, a[:]), a)
	p = P{1, 2}
	fmt.Println(p.moved(), p.same(), p, keep(p), fn(p)(), *addr(p), p)
	fmt.Println(arr(a), arrSet(a), a)
}

func variables() {
	s := []P{{1, 2}, {3, 4}}
	a := s[0]
	s[0].X = 9
	fmt.Println(a, s)
	b := s[1]
	s[1] = P{8, 8}
	fmt.Println(b, s)
	c := s[0]
	s[0].bump()
	fmt.Println(c, s)
	d := global
	global.Y = 77
	fmt.Println(d, global)
	q := Q{P: P{1, 2}, Xs: [3]int{1, 2, 3}}
	xs, in := q.Xs, q.P
	q.Xs[1], q.P.X = 20, 20
	fmt.Println(xs, in, q.Xs, q.P)
	e := q.P
	f := func() { q.P.Y++ }
	f()
	fmt.Println(e, q.P)
	x := q.P
	y := x
	x.X = 1234
	fmt.Println(x, y, q.P)
	for _, v := range s {
		s[0].X += 100
		s[1].X += 100
		fmt.Println(v)
	}
	for i, v := range q.Xs {
		q.Xs[2] = 300
		fmt.Println(i, v)
	}
}

func moves() (out P) {
	var all []P
	var last P
	for i := 0; i < 3; i++ {
		p := P{i, i}
		all = append(all, p)
		last = p
		p.X += 10
		all = append(all, p)
	}
	last.X = 55
	fmt.Println(all, last)
	t := P{1, 1}
	m := map[string]P{}
	m["a"] = t
	t.X = 2
	m["b"] = t
	fmt.Println(m)
	u := t
	pair := [2]P{u, u}
	pair[0].X = 9
	fmt.Println(pair, u)
	w := P{5, 5}
	defer func() { out.X++ }()
	out = w
	return out
}

func returned(early bool) P {
	p := P{1, 2}
	q := p
	if early {
		return p
	}
	q.X = 7
	for i := 0; ; i++ {
		if i == 2 {
			return q
		}
		table[i] = q
		q.X++
	}
}

type state struct{ grid [2][2]int }

func (s state) with(i, j, v int) state {
	s.grid[i][j] = v
	return s
}

func nested() {
	a := state{}
	b := a.with(0, 0, 1)
	c := b.with(1, 1, 2)
	fmt.Println(a, b, c)
	row := c.grid[1]
	c.grid[1][0] = 5
	fmt.Println(row, c)
	all := []state{a, b}
	first := all[0]
	all[0] = all[1]
	all[1].grid[0][0] = 42
	fmt.Println(first, all)
}

func interfaces() {
	var x any = P{1, 2}
	if v, ok := x.(P); ok {
		v.X = 9
		fmt.Println(v, x)
	}
	switch v := x.(type) {
	case P:
		v.X = 10
		fmt.Println(v, x)
	}
	v := x.(P)
	v.bump()
	fmt.Println(v, x)
	m := map[string]P{"a": {1, 2}}
	w, ok := m["a"]
	w.X = 5
	fmt.Println(w, ok, m)
	for k, e := range m {
		e.X = 7
		e.bump()
		fmt.Println(k, e, m)
	}
	r, ok := m["a"]
	m["a"] = P{3, 3}
	fmt.Println(r, ok, m)
	var y any = r
	r.X = 66
	fmt.Println(r, y)
}

func swaps() {
	a, b := P{1, 1}, P{2, 2}
	a, b = b, a
	a.X = 10
	fmt.Println(a, b)
	s := []P{{1, 1}, {2, 2}}
	s[0], s[1] = s[1], s[0]
	s[0].X = 10
	fmt.Println(s)
	p := &s[0]
	old := *p
	*p = s[1]
	p.Y = 30
	fmt.Println(old, s)
}

func channels() {
	c := make(chan P, 3)
	p := P{1, 1}
	c <- p
	p.X = 2
	c <- p
	done := make(chan P)
	go func(p P) {
		p.X += 100
		done <- p
	}(p)
	p.X = 3
	shared := table[0]
	q := <-done
	go func() { table[0].X = -7; done <- P{} }()
	<-done
	fmt.Println(p, q, <-c, <-c, shared, table[0])
}

func main() {
	params()
	variables()
	fmt.Println(moves())
	fmt.Println(returned(true), returned(false), table)
	nested()
	interfaces()
	swaps()
	channels()
}
