// run

// A slice that loops index stays the one that it was where they begin, and what nil or short slices do in them
// happens when they are reached.
package main

import "fmt"

type grid struct {
	rows [][]float64
	line []int
	n    int
}

func (g *grid) sum(times int) (total float64) {
	for t := 0; t < times; t++ {
		for i := 0; i < 3; i++ {
			for j := 0; j < 3; j++ {
				total += g.rows[i][j] * float64(g.line[j])
			}
		}
	}
	return total
}

// The field changes while the loop runs.
func (g *grid) shift() (out []int) {
	for i := 0; i < 3; i++ {
		for j := 0; j < 2; j++ {
			out = append(out, g.line[j], g.line[j]+g.line[j+1])
			g.line = g.line[:len(g.line)-1]
			g.line = append(g.line, g.line[0]+j)
		}
	}
	return out
}

func columns(a, b [][]float64, n int) (out []float64) {
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			s := 0.0
			for k := 0; k < n; k++ {
				s += a[i][k] * b[k][j]
			}
			out = append(out, s)
		}
	}
	return out
}

// Both slices are exchanged between the inner loops, and one is read by a function literal.
func exchange(a, b []int) (int, func() int) {
	last := func() int { return a[0] }
	for i := 0; i < 4; i++ {
		for j := 1; j < len(a); j++ {
			b[j] = a[j-1] + b[j-1] + a[j]
			b[0] += b[j] - a[j]
		}
		a, b = b, a
	}
	return a[len(a)-1], last
}

func swap(xs []int) {
	for i := range xs {
		for j := range xs {
			if xs[i] < xs[j] {
				xs[i], xs[j] = xs[j], xs[i]
			}
		}
	}
}

func attempt(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
	fmt.Println(name, "is fine")
}

var table = []int{3, 1, 4, 1, 5}

func main() {
	g := &grid{rows: [][]float64{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, line: []int{1, 2, 3, 4}}
	fmt.Println(g.sum(2), g.shift(), g.line)

	a := [][]float64{{1, 2}, {3, 4}}
	fmt.Println(columns(a, a, 2))
	attempt("ragged", func() { columns(a, [][]float64{{1, 2}, {3}}, 2) })
	attempt("too few", func() { columns(a, a, 3) })
	attempt("none", func() { columns(nil, nil, 0) })

	var nothing *grid
	attempt("nil, not reached", func() { fmt.Println(nothing.sum(0)) })
	attempt("nil", func() { fmt.Println(nothing.sum(1)) })

	n, last := exchange([]int{1, 2, 3}, []int{0, 0, 0})
	fmt.Println(n, last())

	xs := []int{4, 2, 7, 1}
	swap(xs[1:])
	fmt.Println(xs)

	seen := 0
	attempt("table", func() {
		for i := 0; i < 3; i++ {
			for j := i; j < len(table)+1; j += 2 {
				seen += table[j]*10 + table[i]
			}
		}
	})
	fmt.Println(seen)

	// Pointers to elements.
	ys := []int{1, 2, 3}
	for i := range ys {
		for j := range ys {
			p := &ys[j]
			*p += ys[i]
		}
	}
	fmt.Println(ys)

	flags := make([]bool, 4)
	counts := make([]uint8, 4)
	for i := range 6 {
		for j := range flags {
			flags[j] = flags[j] != (i%(j+1) == 0)
			counts[j] += uint8(i * 30)
			counts[j] <<= 1
		}
	}
	fmt.Println(flags, counts)
}
