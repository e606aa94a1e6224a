// Structs are values: assignment, parameters, results, fields and comparison.
package main

import "fmt"

type point struct{ x, y int }

type line struct {
	from, to point
	name     string
}

func (p point) moved(d int) point { p.x += d; return p }
func (p *point) move(d int)       { p.x += d }

func change(l line) { l.from.x = 99 }

func main() {
	a := line{point{1, 2}, point{3, 4}, "a"}
	b := a
	b.to.y = 40
	change(a)
	p := &a.from
	p.x = 10
	fmt.Println(a, b, *p)
	a.from = point{5, 6}
	fmt.Println(*p, a == b, a.to == point{3, 4})
	p.move(1)
	fmt.Println(a.from, a.from.moved(3), a.from)
	a.to.move(-3)
	f := a.to.move
	f(10)
	g := a.to.moved
	a.to.x = 0
	fmt.Println(a, g(1))
	anon := struct {
		n int
		s string
	}{1, "x"}
	other := anon
	other.n++
	fmt.Printf("%v %+v\n", anon, other)
	var zero line
	fmt.Printf("%+v %v\n", zero, zero == line{})
	pp := &line{name: "heap"}
	q := *pp
	q.name = "copy"
	fmt.Println(pp.name, q.name)
	*pp = b
	b.name = "changed"
	fmt.Println(pp.name, *pp)
}
