// run

// Loops that walk down the columns of slices of slices: what they see and where they panic when rows are short,
// missing, shared, windows on others, or assigned to on the way.
package main

import "fmt"

const n = 20

func grid(rows, columns int) [][]int {
	g := make([][]int, rows)
	for i := range g {
		g[i] = make([]int, columns)
		for j := range g[i] {
			g[i][j] = i*100 + j
		}
	}
	return g
}

func columnSums(g [][]int, rows, columns int) (sums []int, err any) {
	defer func() { err = recover() }()
	for j := 0; j < columns; j++ {
		s := 0
		for k := 0; k < rows; k++ {
			s += g[k][j]
		}
		sums = append(sums, s)
	}
	return sums, nil
}

func transpose(g [][]int, rows, columns int) (t [][]int, done int, err any) {
	defer func() { err = recover() }()
	t = grid(columns, rows)
	for i := 0; i < rows; i++ {
		for j := 0; j < columns; j++ {
			t[j][i] = g[i][j] * 2
			done++
		}
	}
	return
}

func mul(a, b [][]float64) [][]float64 {
	c := make([][]float64, len(a))
	for i := range c {
		c[i] = make([]float64, len(b[0]))
		for j := 0; j < len(b[0]); j++ {
			for k := 0; k < len(b); k++ {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

// The rows change in the outer loop.
func swapping(g [][]int) (total int) {
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			total = total*3%1000003 + g[k][j]
		}
		g[j], g[n-1-j] = g[n-1-j], g[j]
		g[j] = append(g[j][:n:n], j)
	}
	return
}

// The rows change in the inner loop.
func replacing(g [][]int) (total int) {
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			total = total*3%1000003 + g[k][j]
			if k%7 == j%7 {
				g[(k+1)%n] = g[k]
			}
		}
	}
	return
}

// By way of a pointer, a function and another name.
func behind(g [][]int) (total int) {
	p := &g[3]
	other := g[1:]
	cut := func(k int) { other[k] = other[k][:len(other[k])-1] }
	defer func() { fmt.Println("behind", total, recover()) }()
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			total += g[k][j]
		}
		*p = g[j]
		if j > n/2 {
			cut(j - 1)
		}
	}
	return
}

// Elements change, rows do not: each store is seen at once.
func running(g [][]int) (total int) {
	for j := 1; j < n; j++ {
		for k := 1; k < n; k++ {
			g[k][j] += g[k-1][j] + g[k][j-1]
			g[k][j] %= 1000
			total += g[k][j]
		}
	}
	return
}

func flags(g [][]bool) (count int) {
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			if g[k][j] {
				count++
			}
			g[k][j] = !g[k][j]
		}
	}
	return
}

func texts(g [][]string) (all string) {
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			all += g[k][j]
		}
	}
	return
}

type point struct{ x, y int }

func points(g [][]point) (total int) {
	for j := 0; j < n; j++ {
		for k := 0; k < n; k++ {
			p := g[k][j]
			p.x++
			g[k][j].y += p.x
			total += g[k][j].y
		}
	}
	return
}

func deep(g [][][]int) (total int) {
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			for k := 0; k < n; k++ {
				total += g[i][k][j] - g[k][i][j]/2
			}
		}
	}
	return
}

// Each call looks at a part.
func parts(g [][]int, from, to int) (total int) {
	for j := from; j < to; j++ {
		for k := 0; k < n; k++ {
			total += g[k][j]
		}
	}
	return
}

func literals(g [][]int) (total int) {
	for j := 0; j < n; j++ {
		func() {
			for k := 0; k < n; k++ {
				total += g[k][j]
			}
			g[j] = g[0]
		}()
	}
	return
}

func main() {
	fmt.Println(columnSums(grid(n, n), n, n))
	fmt.Println(columnSums(grid(n, n), n, n+1))
	fmt.Println(columnSums(grid(n, n), n+1, n))
	fmt.Println(columnSums(grid(3, 2), 3, 2))
	fmt.Println(columnSums(nil, n, n))
	fmt.Println(columnSums(nil, 0, n))
	short := grid(n, n)
	short[7] = short[7][:13]
	fmt.Println(columnSums(short, n, n))
	short[9] = nil
	fmt.Println(columnSums(short, n, n))
	windows := grid(n, n+5)
	for i := range windows {
		windows[i] = windows[i][i%4:]
	}
	fmt.Println(columnSums(windows, n, n))
	shared := grid(n, n)
	for i := range shared {
		shared[i] = shared[i/2]
	}
	fmt.Println(columnSums(shared, n, n))
	fmt.Println(running(shared))

	t, done, err := transpose(grid(n, n), n, n)
	fmt.Println(t[3], done, err)
	_, done, err = transpose(grid(n, n), n, n+1)
	fmt.Println(done, err)
	self := grid(n, n)
	for i := range self {
		self[i] = self[0]
	}
	t, done, err = transpose(self, n, n)
	fmt.Println(t[5], done, err)
	t, done, err = transpose(short, n, n)
	fmt.Println(t[5], done, err)

	a, b := make([][]float64, n), make([][]float64, n)
	for i := range a {
		a[i], b[i] = make([]float64, n), make([]float64, n)
		for j := range a[i] {
			a[i][j], b[i][j] = float64(i-j)/4, float64(i*j)/8
		}
	}
	fmt.Println(mul(a, b)[2], mul(mul(a, b), a)[n-1][n-2])
	fmt.Println(swapping(grid(n, n)), replacing(grid(n, n)), running(grid(n, n)))
	behind(grid(n, n))

	bools, strings, structs := make([][]bool, n), make([][]string, n), make([][]point, n)
	cube := make([][][]int, n)
	for i := range bools {
		bools[i], strings[i], structs[i] = make([]bool, n), make([]string, n), make([]point, n)
		cube[i] = grid(n, n+i%2)
		for j := range bools[i] {
			bools[i][j] = (i+j)%3 == 0
			strings[i][j] = string(rune('a' + (i*j)%26))
			structs[i][j] = point{i, j}
		}
	}
	fmt.Println(flags(bools), flags(bools), texts(strings)[:40], points(structs), points(structs), deep(cube))
	fmt.Println(parts(grid(n, n), 0, n), parts(grid(n, n), 5, 6), parts(grid(n, n), n, 0), literals(grid(n, n)))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(parts(grid(n, n), -1, n))
	}()
}
