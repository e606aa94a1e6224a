// Since Go 1.27 the keys of a struct literal may name promoted fields; values are evaluated as they are written.
package main

import "fmt"

type Point struct{ X, Y int }

type Named struct {
	Point
	name string
}

type Deep struct {
	Named
	weight float64
	Inner
}

type Inner struct{ list []int }

func trace(s string, v int) int {
	fmt.Println("eval", s)
	return v
}

func main() {
	n := Named{X: 1, name: "n"}
	fmt.Printf("%+v\n", n)
	d := Deep{Y: trace("Y", 2), weight: 1.5, X: trace("X", 1), name: "deep", list: []int{3}}
	fmt.Printf("%+v\n", d)
	p := &Deep{Named: Named{Y: 9}, list: nil}
	fmt.Printf("%+v %v\n", *p, p.list == nil)
	list := []Named{{X: 4}, {Y: 5, name: "five"}}
	fmt.Printf("%+v\n", list)
	m := map[string]Deep{"k": {X: 7, weight: 2}}
	fmt.Printf("%+v\n", m)

	// Each literal has parts of its own.
	a, b := Named{X: 1}, Named{X: 1}
	a.X++
	fmt.Println(a.X, b.X, a == b)
}
