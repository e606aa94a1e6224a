// run

// Values of structs and arrays in structs, arrays, maps, channels, interfaces, closures and deferred calls.
package main

import "fmt"

type I interface{ M() string }
type A struct{ x, y int }

func (a A) M() string { a.x++; return fmt.Sprint(a) }

type B struct {
	A
	arr [2]A
}

func (b *B) Inc() *B { b.x++; return b }

type Big [4]B

func (b Big) Sum() (n int) {
	for _, x := range b {
		n += x.x + x.arr[0].y
		x.x = 1000
	}
	return
}
func swap(a, b A) (A, A)                { return b, a }
func modify(b Big) Big                  { b[0].x = 77; return b }
func modp(b *Big) *Big                  { b[0].x = 78; return b }
func retm() map[string]A                { return map[string]A{"k": {1, 2}} }
func named(a A) (r A)                   { r = a; defer func() { r.x *= 2; a.x = 50 }(); r.y = a.x; return r }
func vari(as ...A) []A                  { as[0].x = -1; return as }
func ch() chan A                        { c := make(chan A, 1); c <- A{5, 6}; return c }
func iface(i I) I                       { a := i.(A); a.x = 500; return i }
func closure(a A) (func() A, func(int)) { return func() A { return a }, func(n int) { a.x = n } }
func ptrs(as []A) (ps []*A) {
	for i := range as {
		ps = append(ps, &as[i])
	}
	return
}
func multi() (A, B, error) { return A{1, 2}, B{A: A{3, 4}}, nil }

type Grid [2][2]A

func (g *Grid) at(i, j int) *A { return &g[i][j] }
func (g Grid) row(i int) [2]A  { return g[i] }

type Tree struct {
	val  A
	kids []Tree
}

func (t Tree) depth() int {
	d := 0
	for _, k := range t.kids {
		d = max(d, k.depth())
	}
	return d + 1
}
func (t *Tree) each(f func(*Tree)) {
	f(t)
	for i := range t.kids {
		t.kids[i].each(f)
	}
}

var glob = Big{1: {A: A{9, 9}}}
var globCopy = glob
var gp = &glob[1]

func main() {
	b := B{A{1, 2}, [2]A{{3, 4}, {5, 6}}}
	c := b
	c.Inc().Inc().arr[0].x = 30
	fmt.Println(b, c, b == c)
	var big Big
	big[0] = b
	d := modify(big)
	e := *modp(&big)
	big[0].arr[1].y = 600
	fmt.Println(big[0], d[0], e[0], big.Sum())
	x, y := swap(b.A, c.A)
	x.x, y.x = 100, 200
	fmt.Println(b.A, c.A, x, y)
	b.A, c.A = swap(b.A, c.A)
	fmt.Println(b.A, c.A)
	m := map[string]B{"b": b}
	mb := m["b"]
	mb.x = 1234
	fmt.Println(m["b"].x, mb.x, m["zz"].arr[1], retm()["k"].x)
	for k, v := range m {
		v.arr[0].x = 4321
		m[k+"2"] = v
		if len(m) > 3 {
			break
		}
	}
	fmt.Println(m["b"].arr[0].x)
	fmt.Println(named(A{3, 4}))
	as := []A{{1, 1}, {2, 2}}
	vari(as...)
	fmt.Println(as, vari(as[0], as[1])[1], vari(A{})[0])
	v := <-ch()
	v.x++
	fmt.Println(v)
	i := I(b.A)
	b.A.x = 55
	j := iface(i)
	fmt.Println(i.M(), j.M(), i == j, i.(A) == b.A)
	get, set := closure(b.A)
	set(99)
	fmt.Println(get(), b.A)
	ps := ptrs(as)
	as[0], as[1] = as[1], as[0]
	ps[0].y = 77
	fmt.Println(as, *ps[0], *ps[1])
	a1, b1, _ := multi()
	a1.x, b1.A = 7, a1
	a1.y = 8
	fmt.Println(a1, b1)
	var g Grid
	g.at(1, 1).x = 5
	r := g.row(1)
	r[1].y = 6
	h := g
	*h.at(0, 0) = A{1, 1}
	fmt.Println(g, r, h, g == h)
	g[0] = g[1]
	g[1][1].x++
	fmt.Println(g)
	t := Tree{A{1, 1}, []Tree{{A{2, 2}, nil}, {val: A{3, 3}, kids: []Tree{{}}}}}
	t2 := t
	t.each(func(t *Tree) { t.val.x *= 10 })
	fmt.Println(t2, t.depth())
	t2.kids = append(t2.kids, t)
	t.kids[0].val.y = -1
	fmt.Println(t2.kids[0].val, t2.kids[2].kids[0].val, t2.kids[2].val)
	gp.x = 1
	fmt.Println(glob[1].A, globCopy[1].A)
	glob = globCopy
	fmt.Println(gp.x)
	s := make([]B, 2, 4)
	s[0] = b
	s = append(s, s[0], s[1])
	s[0].x = 1
	fmt.Println(s[2].x, s[0].x)
	s2 := append(s[:1:1], s[2])
	s2[1].x = 8
	fmt.Println(s[1].x, s[2].x)
	arrp := &[2]B{b, c}
	arrc := *arrp
	for i, v := range arrp {
		arrp[1].x = 66
		fmt.Print(i, v.x, " ")
	}
	for i, v := range *arrp {
		arrp[1].x = 67
		fmt.Print(i, v.x, " ")
	}
	fmt.Println(arrc[1].x)
	type pair struct {
		a *A
		b A
	}
	p := pair{&b.A, b.A}
	q := p
	q.a.x, q.b.x = 3, 4
	fmt.Println(*p.a, p.b, b.A, q.b)
	fn := b.M
	fp := (*B).Inc
	fp(&b)
	fmt.Println(fn(), b.M(), B.M(b), A.M(b.A))
	defer fmt.Println("deferred", b, b.arr)
	defer func(b B) { fmt.Println("closure", b.x) }(b)
	b.x = 1e6
	b.arr = [2]A{}
	anys := []any{b, &b, b.arr, b.A}
	b.x++
	for _, a := range anys {
		switch v := a.(type) {
		case B:
			v.x = 0
			fmt.Print(v.x, a.(B).x, " ")
		case *B:
			v.x++
			fmt.Print(b.x, " ")
		case [2]A:
			v[0].x = 4
			fmt.Print(v, a, " ")
		case interface{ M() string }:
			fmt.Print(v.M(), v.M())
		}
	}
	fmt.Println()
	func() {
		defer func() {
			recover()
			fmt.Println(s[0].A, s[1].A)
		}()
		s[0].A, s[1].A, s[9].A = A{1, 0}, A{2, 0}, A{}
	}()
	w := [...]struct {
		n string
		f func(A) A
	}{{"id", func(a A) A { return a }}, {"inc", func(a A) A { a.x++; return a }}}
	acc := A{}
	for _, op := range w {
		acc = op.f(acc)
	}
	fmt.Println(acc)
	nested := map[string]map[A][]B{"o": {A{1, 2}: {b}}}
	nested["o"][A{1, 2}][0].x = 3
	l := nested["o"][A{1, 2}]
	l = append(l, b)
	fmt.Println(len(nested["o"][A{1, 2}]), nested["o"][A{1, 2}][0].x, b.x)
	cc := make(chan *B, 1)
	cc <- &b
	(<-cc).x = 11
	fmt.Println(b.x)
	z := struct{ B }{b}
	z.Inc()
	z.arr[0], z.A = z.A, z.arr[0]
	fmt.Println(z, b.x)
}
