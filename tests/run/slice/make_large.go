// run

// Slices of many elements: each is zero, and theirs alone.
package main

import "fmt"

type point struct{ x, y int }

func ints(n int) {
	a, b := make([]int, n), make([]int, n)
	for i := range a {
		if a[i] != 0 || b[i] != 0 {
			panic(i)
		}
		a[i] = i
	}
	b = append(b, 1)
	c := make([]int, n/2, n)
	c = c[:cap(c)]
	sum := 0
	for _, x := range append(c, b...) {
		sum += x
	}
	fmt.Println(len(a), len(b), len(c), sum, n > 0 && a[n-1] == n-1)
}

func others(n int) {
	strings, pointers := make([]string, n), make([]*point, n)
	points, rows := make([]point, n), make([][]int, n)
	wide, any := make([]uint64, n), make([]any, n)
	for i := range n {
		if strings[i] != "" || pointers[i] != nil || points[i] != (point{}) || rows[i] != nil || wide[i] != 0 || any[i] != nil {
			panic(i)
		}
		points[i].x = i
		rows[i] = append(rows[i], i)
	}
	for i := range points {
		if points[i].x != i || rows[i][0] != i {
			panic(i)
		}
	}
	fmt.Println(len(strings)+len(pointers)+len(points)+len(rows)+len(wide)+len(any), n)
}

func main() {
	for _, n := range []int{0, 1, 2, 15, 16, 17, 1000, 16383, 16384, 16385, 32768, 40000} {
		ints(n)
		others(n)
	}
}
