// run

// A row that a loop reads again and again is the same slice each time only if nothing assigns to it, and reading
// it must not panic before the loop does.
package main

import "fmt"

type grid struct {
	rows [][]int
	name string
}

type matrix []row
type row []float64

func (g *grid) sum(i int) int {
	total := 0
	for j := 0; j < 3; j++ {
		total += g.rows[i][j]
	}
	return total
}

func (g grid) first(n int) (total int) {
	for j := 0; j < n; j++ {
		total += g.rows[0][j]
	}
	return
}

func sum(a [][]int, i, n int) int {
	total := 0
	for j := 0; j < n; j++ {
		total += a[i][j]
	}
	return total
}

func length(a [][]int, i int) (total int) {
	for j := 0; j < len(a[i]); j++ {
		total += a[i][j] * 10
	}
	return
}

func fill(a [][]int, i, n int) {
	for j := 0; j < n; j++ {
		a[i][j] = j
		a[i][j] += a[i][j] * 2
		a[i+1][j]--
	}
}

func replace(a [][]int) { a[1] = []int{7, 7, 7} }

func try(name string, f func() any) {
	defer func() {
		if err := recover(); err != nil {
			fmt.Println(name, err)
		}
	}()
	fmt.Println(name, f())
}

func fresh() [][]int { return [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}} }

func main() {
	a := fresh()
	try("sum", func() any { return sum(a, 1, 3) })
	try("no row", func() any { return sum(a, 3, 3) })
	try("negative row", func() any { return sum(a, -1, 3) })
	try("no row, no iteration", func() any { return sum(a, 3, 0) })
	try("short row", func() any { return sum(a, 1, 4) })
	try("nil rows", func() any { return sum(nil, 0, 1) })
	try("nil row", func() any { return sum([][]int{nil}, 0, 1) })
	try("length", func() any { return length(a, 2) })
	try("length of no row", func() any { return length(a, 5) })
	try("fill", func() any { fill(a, 0, 3); return a })
	try("fill too far", func() any { fill(a, 1, 4); return a })
	fmt.Println(a)
	try("fill beyond", func() any { fill(a, 2, 3); return a })
	fmt.Println(a)

	try("nil pointer", func() any {
		var g *grid
		return g.sum(0)
	})
	try("nil pointer, no iteration", func() any {
		var g *grid
		total := 0
		for j := 0; j < len(a)-3; j++ {
			total += g.rows[0][j]
		}
		return total
	})
	g := &grid{rows: fresh()}
	try("field", func() any { return g.sum(2) + g.first(2) })
	try("field, no row", func() any { return g.sum(4) })
	try("field, short row", func() any { return g.first(4) })

	assigned()
	called()
	matrices()
	cubes()
}

// Assignments to the row, however they are made, show in the loop.
func assigned() {
	a := fresh()
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		if j == 0 {
			a[1] = []int{10, 20, 30}
		}
	}
	a = fresh()
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		if j == 0 {
			replace(a)
		}
	}
	a = fresh()
	p := &a[1]
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		if j == 1 {
			*p = []int{0, 0, -1}
		}
	}
	a = fresh()
	other := a[:1]
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		if j == 1 {
			other = append(other, []int{0, 0, -2})
		}
	}
	a = fresh()
	change := func() { a = [][]int{nil, {0, -3, -3}} }
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		if j == 0 {
			change()
		}
	}
	a = fresh()
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		a[0], a[1] = a[1], a[0]
	}
	a = fresh()
	for j := 0; j < 3; j++ {
		fmt.Print(a[1][j], " ")
		copy(a[1:], a[2:])
	}
	a = fresh()
	g := grid{rows: a}
	for j := 0; j < 3; j++ {
		fmt.Print(g.rows[1][j], " ")
		g = grid{rows: a[j:]}
	}
	fmt.Println()
}

type setter interface{ set(a [][]int) }
type zeroer struct{}

func (zeroer) set(a [][]int) { a[0] = make([]int, 3) }

// So do those that calls make, through interfaces, function values and other goroutines.
func called() {
	var s setter = zeroer{}
	a := fresh()
	for j := 0; j < 3; j++ {
		fmt.Print(a[0][j], " ")
		s.set(a)
	}
	a = fresh()
	set := s.set
	for j := 0; j < 3; j++ {
		fmt.Print(a[0][j], " ")
		set(a)
	}
	a = fresh()
	turn, done := make(chan bool), make(chan bool)
	go func() {
		<-turn
		a[0] = []int{-1, -1, -1}
		done <- true
	}()
	for j := 0; j < 3; j++ {
		fmt.Print(a[0][j], " ")
		if j == 0 {
			turn <- true
			<-done
		}
	}
	fmt.Println()
}

func matrices() {
	const n = 3
	make2 := func() matrix {
		m := make(matrix, n)
		for i := range m {
			m[i] = make(row, n)
			for j := range m[i] {
				m[i][j] = float64(i*n + j)
			}
		}
		return m
	}
	a, b, c := make2(), make2(), make2()
	for i := range a {
		for j := 0; j < n; j++ {
			s := 0.0
			for k := 0; k < n; k++ {
				s += a[i][k] * b[k][j]
			}
			c[i][j] = s
		}
	}
	fmt.Println(c)

	// Each row depends on the one before.
	paths := make([][]int, 5)
	for i := range paths {
		paths[i] = make([]int, 5)
		paths[i][0] = 1
		for j := 1; j < 5; j++ {
			if i == 0 {
				paths[i][j] = 1
			} else {
				paths[i][j] = paths[i-1][j] + paths[i][j-1]
			}
		}
	}
	fmt.Println(paths)
}

func cubes() {
	cube := make([][][]int, 2)
	for x := range cube {
		cube[x] = make([][]int, 2)
		for y := range cube[x] {
			cube[x][y] = make([]int, 2)
			for z := range cube[x][y] {
				cube[x][y][z] = x*100 + y*10 + z
			}
		}
	}
	total := 0
	for z := 0; z < 2; z++ {
		total += cube[1][1][z]
	}
	fmt.Println(cube, total)
	try("cube", func() any {
		for z := 0; z < 2; z++ {
			cube[1][2][z]++
		}
		return cube
	})
	try("no cube", func() any {
		for z := 0; z < 2; z++ {
			cube[z+2][1][z]++
		}
		return cube
	})
	try("beyond a cube", func() any {
		for z := 0; z < 3; z++ {
			cube[0][1][z]++
		}
		return cube
	})
	fmt.Println(cube)
	defer fmt.Println("deferred")
	func() {
		for i := 0; i < 2; i++ {
			func() {
				defer func() { recover() }()
				cube[i] = nil
				for z := 0; z < 2; z++ {
					cube[i][0][z] = 1
				}
			}()
		}
	}()
	fmt.Println(cube)
}
