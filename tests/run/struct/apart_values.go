// run

// Struct variables in loops behave as values: a copy does not see later writes, and all of a value is read before any
// of it is assigned.
package main

import (
	"errors"
	"fmt"
	"math"
)

type Vec struct{ X, Y, Z float64 }

func (a Vec) Add(b Vec) Vec       { return Vec{a.X + b.X, a.Y + b.Y, a.Z + b.Z} }
func (a Vec) Scale(s float64) Vec { return Vec{a.X * s, a.Y * s, a.Z * s} }
func (a Vec) Dot(b Vec) float64   { return a.X*b.X + a.Y*b.Y + a.Z*b.Z }
func (a Vec) Len() float64        { return math.Sqrt(a.Dot(a)) }
func (a Vec) Same() Vec           { return a }
func (a Vec) Neg() Vec            { a.X = -a.X; a.Y = -a.Y; a.Z = -a.Z; return a }
func (a Vec) Norm() Vec {
	l := a.Len()
	if l == 0 {
		return Vec{}
	}
	return a.Scale(1 / l)
}
func (a Vec) Pick(n int) Vec {
	if n < 0 {
		return a.Neg()
	} else if n == 0 {
		return a
	}
	r := a.Scale(float64(n))
	if n > 2 {
		r.X, r.Y = r.Y, r.X
	}
	return r
}

type Particle struct {
	Pos, Vel Vec
	ID       int
	Tag      string
}

func (p Particle) Moved(dt float64) Particle {
	p.Pos = p.Pos.Add(p.Vel.Scale(dt))
	p.ID++
	return p
}

func copies() {
	ps := []Particle{{Vec{1, 2, 3}, Vec{4, 5, 6}, 1, "a"}, {Vec{7, 8, 9}, Vec{1, 1, 1}, 2, "b"}}
	for round := 0; round < 3; round++ {
		for i := range ps {
			p := ps[i]
			q := p
			q.Pos.X = 100
			p.Pos.Y = q.Pos.X + p.Pos.X
			ps[i] = p
			r := ps[i]
			ps[i].Pos.X = -1
			fmt.Println(p, q, r, ps[i], r == p, q != p, r.Pos == ps[i].Pos)
			ps[i] = ps[i].Moved(0.5)
		}
		ps[0], ps[1] = ps[1], ps[0]
	}
	fmt.Println(ps)
}

func parallel() {
	p := Vec{1, 2, 3}
	a, b := Vec{1, 0, 0}, Vec{0, 1, 0}
	for i := 0; i < 3; i++ {
		p = Vec{p.Y, p.Z, p.X}
		a, b = b, a
		a.X += float64(i)
		p = p.Same()
		b, p = p, b
		p = Vec{p.Z + b.X, p.X + a.Y, p.Y}
	}
	fmt.Println(p, a, b)
	list := []Vec{{1, 2, 3}, {4, 5, 6}}
	for i := range list {
		list[i] = Vec{list[i].Y, list[i].Z, list[i].X}
		list[1-i] = Vec{list[i].X, list[1-i].X, list[1-i].Y}
		e := &list[i]
		*e = Vec{e.Z, e.Y, e.X}
	}
	fmt.Println(list)
	pair := struct{ A, B Vec }{Vec{1, 2, 3}, Vec{4, 5, 6}}
	for range 3 {
		pair.A, pair.B = pair.B, pair.A.Scale(2)
		pair = struct{ A, B Vec }{pair.B, pair.A}
		pair.A.X, pair.B.Z = pair.B.Z, pair.A.X
	}
	fmt.Println(pair)
}

func identity() {
	list := []Vec{{1, 2, 3}, {4, 5, 6}}
	first := &list[0]
	for i := 0; i < 2; i++ {
		v := list[i]
		v = v.Add(Vec{1, 1, 1})
		list[0] = v
		kept := v.Same()
		v.X = 50
		fmt.Println(*first, kept, v)
	}
	var same []Vec
	v := Vec{1, 1, 1}
	for i := 0; i < 3; i++ {
		v.X++
		same = append(same, v.Same(), v, list[i%2].Same())
		list[i%2].Y = -1
	}
	fmt.Println(same, first == &list[0])
	m := map[string]Vec{}
	var any interface{}
	for i := 0; i < 3; i++ {
		w := Vec{float64(i), 0, 0}
		m["x"] = w
		any = w
		w.Y = 9
		m[fmt.Sprint(i)] = w
	}
	fmt.Println(m, any)
}

func pick() {
	v := Vec{3, 4, 0}
	for n := -1; n < 5; n++ {
		w := v.Pick(n)
		w.Z++
		v = w.Norm().Scale(5).Add(v.Pick(0))
		if v.Dot(w) > 10 || v.Norm().Len() < 0.5 {
			v = v.Pick(n + 1)
		}
		fmt.Printf("%.3f %.3f %v\n", v, w, v == w)
	}
	fmt.Println(Vec{}.Norm(), Vec{math.NaN(), 0, 0} == Vec{math.NaN(), 0, 0}.Same())
}

var trace []string

func note(s string, v Vec) Vec { trace = append(trace, s); return v }

func num(s string, f float64) float64 { trace = append(trace, s); return f }

func order() {
	v := Vec{1, 1, 1}
	for i := 0; i < 2; i++ {
		v = note("a", v).Add(note("b", v).Scale(num("c", 2)))
		v = Vec{num("x", 1), v.Add(note("d", v)).X, num("z", v.Y)}
		p := Particle{note("e", v), v.Scale(num("f", 3)), i, "t"}
		p.Vel = p.Pos.Add(note("g", p.Vel))
		if i > 0 && p.Vel.Add(note("h", v)).X > 0 {
			v = p.Vel
		}
	}
	fmt.Println(v, trace)
	x := Vec{1, 2, 3}
	change := func() float64 { x.X *= 10; return x.X }
	for i := 0; i < 2; i++ {
		y := x.Scale(change())
		z := x.Add(Vec{change(), x.X, change()})
		fmt.Println(x, y, z)
	}
}

func fails(list []Vec, i int, p *Particle) (v Vec, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New(fmt.Sprint(r))
		}
	}()
	v = Vec{1, 1, 1}
	for n := 0; n < 2; n++ {
		v = v.Scale(2)
		w := v.Add(list[i])
		list[i+n] = w.Scale(3)
		v = w.Add(p.Pos)
		p.Pos = v.Add(p.Vel)
		*p = p.Moved(1)
	}
	return v, nil
}

func param(p Vec, n int) Vec {
	for ; n > 0; n-- {
		p = p.Add(Vec{1, 2, 3})
		p.X *= 2
	}
	return p
}

func named(n int) (sum Vec, last Particle) {
	for i := 0; i < n; i++ {
		sum = sum.Add(Vec{float64(i), 1, 2})
		last.Pos = sum
		last = last.Moved(1)
	}
	return
}

func closures() {
	var fs []func() Vec
	for i := 0; i < 3; i++ {
		v := Vec{float64(i), 0, 0}
		w := v.Scale(2)
		fs = append(fs, func() Vec { v.Y++; return v.Add(Vec{1, 1, 1}) })
		v.Z = w.X
		for p := v; p.X < 3; p = p.Add(Vec{1, 0, 0}) {
			fs = append(fs, func() Vec { return p })
		}
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func jumps(n int) Vec {
	i := 0
	var v Vec
again:
	w := v.Add(Vec{1, 0, 0})
	if w.X > float64(n) {
		goto done
	}
	v = w
	i++
	goto again
done:
	switch x := v.Scale(2); {
	case x.X > 4:
		v = x
		fallthrough
	case x.X > 1:
		v.Y = x.X
	default:
		v = Vec{}
	}
	return v
}

func main() {
	copies()
	parallel()
	identity()
	pick()
	order()
	p := &Particle{Pos: Vec{1, 1, 1}}
	fmt.Println(fails([]Vec{{1, 2, 3}, {1, 1, 1}}, 0, p))
	fmt.Println(fails([]Vec{{1, 2, 3}, {1, 1, 1}}, 1, p))
	fmt.Println(fails([]Vec{{1, 2, 3}}, 3, p))
	fmt.Println(fails([]Vec{{1, 2, 3}, {1, 1, 1}}, 0, nil))
	fmt.Println(*p)
	start := Vec{1, 1, 1}
	for i := range 3 {
		fmt.Println(param(start, i), start)
	}
	fmt.Println(named(3))
	closures()
	for i := range 4 {
		fmt.Println(jumps(i))
	}
}
