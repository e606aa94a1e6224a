// run

// Struct variables with fields of all kinds, in loops.
package main

import (
	"fmt"
	"strings"
)

type Token struct {
	Kind int
	Text string
	Pos  Pos
}

type Pos struct{ Line, Col int }

func (p Pos) Next() Pos    { return Pos{p.Line, p.Col + 1} }
func (p Pos) Newline() Pos { return Pos{p.Line + 1, 1} }

type Lexer struct {
	src string
	at  int
	pos Pos
}

func (l *Lexer) Next() (Token, bool) {
	for l.at < len(l.src) && l.src[l.at] == ' ' {
		l.at++
		l.pos = l.pos.Next()
	}
	if l.at >= len(l.src) {
		return Token{}, false
	}
	t := Token{Kind: 1, Pos: l.pos}
	start := l.at
	for l.at < len(l.src) && l.src[l.at] != ' ' {
		if l.src[l.at] == '\n' {
			l.pos = l.pos.Newline()
		} else {
			l.pos = l.pos.Next()
		}
		l.at++
	}
	t.Text = l.src[start:l.at]
	return t, true
}

type Rat struct{ N, D int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (r Rat) Mul(s Rat) Rat { return Rat{r.N * s.N, r.D * s.D} }
func (r Rat) Add(s Rat) Rat { return Rat{r.N*s.D + s.N*r.D, r.D * s.D} }
func (r Rat) Less(s Rat) bool {
	return r.N*s.D < s.N*r.D
}
func (r Rat) Reduced() Rat {
	g := gcd(r.N, r.D)
	return Rat{r.N / g, r.D / g}
}

type Box struct {
	Min, Max struct{ X, Y int32 }
	Names    []string
	Data     map[string]int
	Next     *Box
	Any      any
	F        func(int) int
	U        uint64
	C        complex128
	B        bool
}

func (b Box) Grow(x, y int32) Box {
	if x < b.Min.X {
		b.Min.X = x
	}
	if x > b.Max.X {
		b.Max.X = x
	}
	b.Min.Y = min(b.Min.Y, y)
	b.Max.Y = max(b.Max.Y, y)
	b.U = b.U*6364136223846793005 + uint64(x)
	b.C *= complex(1, float64(y))
	b.B = !b.B
	return b
}

type Empty struct{}

type Odd struct {
	E Empty
	_ int
	V int
}

type Wrapped struct{ Pos }

type Other Pos

func big() {
	r := Rat{1, 3}
	sum := Rat{0, 1}
	for i := int64(1); i < 12; i++ {
		r = r.Mul(Rat{i, i + 1})
		sum = sum.Add(r)
		if i%3 == 0 {
			sum = sum.Reduced()
		}
		if sum.Less(r) {
			sum, r = r, sum
		}
	}
	fmt.Println(r, sum)
	h := Rat{1 << 60, 1 << 61}
	for range 3 {
		h = h.Mul(Rat{31, 37}).Add(Rat{1, 1})
	}
	fmt.Println(h)
}

func boxes() {
	b := Box{Names: []string{"a"}, Data: map[string]int{}, F: func(i int) int { return i + 1 }, U: 7, C: 1}
	var all []Box
	for i := int32(-3); i < 4; i++ {
		c := b.Grow(i, i*i)
		c.Names = append(c.Names, "x")
		c.Data["n"]++
		c.Any = c.Min
		c.Next = &Box{U: c.U}
		if c.Any == b.Any {
			c.U++
		}
		b = c
		all = append(all, c)
	}
	for _, b := range all {
		fmt.Println(b.Min, b.Max, len(b.Names), b.Data, b.Next.U, b.Any, b.F(int(b.Max.X)), b.U, b.C, b.B)
	}
}

func odd() {
	o := Odd{V: 1}
	w := Wrapped{Pos{1, 1}}
	t := Other{3, 4}
	for i := 0; i < 3; i++ {
		p := o
		p.V += i
		o = p
		w.Pos = w.Next()
		x := w
		x.Line++
		w = x
		w.Pos = Pos(t)
		t = Other(w.Newline())
		u := Other(w.Pos.Next())
		fmt.Println(o.V, p == o, w, x, t, u, u == t)
	}
}

func compare() {
	type key struct {
		a any
		n int
	}
	defer func() { fmt.Println(recover()) }()
	k := key{1, 1}
	for i := 0; i < 4; i++ {
		l := k
		l.n = i
		fmt.Println(l == k, l != k)
		if i == 3 {
			l.a, k.a = []int{1}, []int{2}
			k.n = 3
		}
		k = key{k.a, k.n}
		fmt.Println(l == k)
	}
}

func search(list []Pos, f func(Pos) bool) (Pos, bool) {
	for _, p := range list {
		q := p.Next()
		if f(q) {
			return q, true
		}
	}
	return Pos{}, false
}

func main() {
	l := Lexer{src: strings.Repeat("ab c\nd ", 3), pos: Pos{1, 1}}
	for {
		t, ok := l.Next()
		if !ok {
			break
		}
		fmt.Printf("%q %v ", t.Text, t.Pos)
	}
	fmt.Println(l.pos)
	big()
	boxes()
	odd()
	compare()
	fmt.Println(search([]Pos{{1, 2}, {3, 4}}, func(p Pos) bool { return p.Col > 4 }))
	var grid [3][3]Pos
	for y := range grid {
		for x := range grid[y] {
			p := Pos{y, x}
			grid[y][x] = p.Next()
			grid[x][y] = grid[y][x].Newline()
		}
	}
	fmt.Println(grid)
	ch := make(chan Pos, 3)
	p := Pos{}
	for range 3 {
		p = p.Next()
		ch <- p
		p.Line = 7
	}
	close(ch)
	for q := range ch {
		r := q.Next()
		fmt.Print(q, r, " ")
	}
	fmt.Println()
}
