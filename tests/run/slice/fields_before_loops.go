// run

// Slices in fields that a loop indexes: what may change them while the loop runs, and pointers that are nil.
package main

import "fmt"

type board struct {
	cols, rows []int
	n, count   int
}

// place changes no field but count, and calls itself.
func (b *board) place(r int) {
	if r == b.n {
		b.count++
		return
	}
	for c := 0; c < b.n; c++ {
		if b.cols[c] != 0 || b.rows[r] > 1 {
			continue
		}
		b.cols[c], b.rows[r] = 1, b.rows[r]+1
		b.place(r + 1)
		b.cols[c], b.rows[r] = 0, b.rows[r]-1
	}
}

// grow replaces a slice somewhere down the calls.
type growing struct {
	items []int
	other []int
}

func (g *growing) grow(depth int) {
	if depth > 0 {
		g.grow(depth - 1)
		return
	}
	g.items = append([]int{100}, g.items...)
}

func (g *growing) sum(depth int) int {
	sum := 0
	for i := 0; i < 4; i++ {
		sum += g.items[i]*10 + g.other[i] + g.items[0]
		if i == 1 {
			g.grow(depth)
		}
		sum += g.items[i] + g.items[0] + g.items[1]
	}
	return sum
}

// A whole struct that is replaced.
type pair struct{ a, b []int }

func replace(p *pair) { *p = pair{a: []int{7, 8, 9}, b: p.a} }

func (p *pair) sum() int {
	sum := 0
	for i := 0; i < 3; i++ {
		sum += p.a[i]*100 + p.b[i] + p.a[0]*p.a[1]
		if i == 0 {
			replace(p)
		}
	}
	return sum
}

// A field that is written to by its address.
type addressed struct{ s []int }

func set(p *[]int) { *p = []int{1000, 1000, 1000} }

func (a *addressed) sum() int {
	sum := 0
	for i := 0; i < 3; i++ {
		sum += a.s[i] + a.s[0] + a.s[1] + a.s[2]
		if i == 0 {
			set(&a.s)
		}
	}
	return sum
}

// A struct within another one, and one that is seen as another type.
type inner struct{ s []int }
type outer struct {
	inner
	n int
}
type same inner

func (in *inner) renew() { in.s = []int{50, 60, 70} }
func renewSame(s *same)  { s.s = []int{500, 600, 700} }

func (o *outer) sum() int {
	sum := 0
	for i := 0; i < 3; i++ {
		sum += o.s[i] + o.s[0] + o.inner.s[1] + o.s[2]
		if i == 0 {
			o.renew()
		}
	}
	in := &o.inner
	for i := 0; i < 3; i++ {
		sum += in.s[i] + in.s[0] + in.s[1] + in.s[2]
		if i == 1 {
			renewSame((*same)(in))
		}
	}
	return sum
}

// Elements of slices and arrays, replaced as a whole.
func inSlice() int {
	ps := []pair{{[]int{1, 2, 3}, nil}, {[]int{4, 5, 6}, nil}}
	p := &ps[0]
	sum := 0
	for i := 0; i < 3; i++ {
		sum += p.a[i] + p.a[0]*p.a[1] + p.a[2]
		switch i {
		case 0:
			ps[0] = ps[1]
		case 1:
			copy(ps, []pair{{[]int{10, 20, 30}, nil}})
		}
	}
	ps = append(ps[:0], pair{a: []int{1000, 2000, 3000}})
	for i := 0; i < 3; i++ {
		sum += p.a[i] + p.a[0] + p.a[1] + p.a[2]
		if i == 1 {
			clear(ps)
			p.a = []int{3, 2, 1}
		}
	}
	return sum
}

// A function value that changes what the loop reads.
func calling(p *pair, f func()) int {
	sum := 0
	for i := 0; i < 3; i++ {
		sum += p.a[i] + p.a[0] + p.a[1] + p.a[2]
		f()
	}
	return sum
}

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func never(p *pair, n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		sum += p.a[i] + p.a[0] + p.a[1] + p.b[i] + p.b[0] + p.b[1]
	}
	return sum
}

func late(p *pair) int {
	sum := 0
	for i := 0; i < 3; i++ {
		fmt.Print("in the loop ")
		sum += p.a[i] + p.a[0] + p.a[1] + p.a[2]
	}
	return sum
}

func stored(p *pair) int {
	for i := 0; i < 3; i++ {
		fmt.Print("stored ")
		p.a[i], p.a[0], p.a[1] = 1, 2, 3
		p.a[i+1] = 4
	}
	return p.a[0]
}

func short(p *pair) int {
	sum := 0
	for i := 0; i < 9; i++ {
		fmt.Print(i, " ")
		p.a[i], p.b[i] = p.b[i], p.a[i]
		sum += p.a[i] + p.b[i]
	}
	return sum
}

func changing(ps []*pair) int {
	sum := 0
	p := ps[0]
	for i := 0; i < 3; i++ {
		sum += p.a[i] + p.a[0] + p.a[1] + p.a[2]
		p = ps[i%len(ps)]
	}
	return sum
}

func main() {
	b := &board{cols: make([]int, 6), rows: make([]int, 6), n: 6}
	b.place(0)
	fmt.Println(b.count)
	fmt.Println((&growing{items: []int{1, 2, 3, 4}, other: []int{5, 6, 7, 8}}).sum(3))
	fmt.Println((&pair{a: []int{1, 2, 3}, b: []int{4, 5, 6}}).sum())
	fmt.Println((&addressed{[]int{1, 2, 3}}).sum())
	fmt.Println((&outer{inner: inner{[]int{1, 2, 3}}}).sum())
	fmt.Println(inSlice())
	p := &pair{a: []int{1, 2, 3}}
	fmt.Println(calling(p, func() { p.a = append([]int{9}, p.a...) }))
	q := &pair{a: []int{1, 2, 3}}
	fmt.Println(calling(q, func() { *q = pair{a: []int{10, 20, 30}} }))
	fmt.Println(changing([]*pair{{a: []int{1, 2, 3}}, {a: []int{100, 200, 300}}}))

	fmt.Println(never(nil, 0))
	try("never", func() { never(nil, 1) })
	try("late", func() { late(nil) })
	try("late", func() { late(&pair{}) })
	try("stored", func() { stored(nil) })
	try("stored", func() { stored(&pair{a: make([]int, 3)}) })
	try("short", func() { short(&pair{a: []int{1, 2, 3, 4}, b: []int{5, 6}}) })
	try("place", func() { (*board)(nil).place(0) })
	try("place", func() { (&board{n: 1}).place(0) })
}
