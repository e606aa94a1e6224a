// run

// Inner loops over several slices, one of which may be too short: what comes before the panic has happened.
package main

import "fmt"

func attempt(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
	fmt.Println(name, "is fine")
}

func dot(as, bs [][]int, n int) (sums []int) {
	defer func() { fmt.Println("so far:", sums) }()
	for i := range as {
		a, b := as[i], bs[i]
		sum := 0
		for k := 0; k < n; k++ {
			sum += a[k] * b[k]
		}
		sums = append(sums, sum)
	}
	return sums
}

func smooth(rows [][]float64, times int, text string) {
	for t := 0; t < times; t++ {
		for _, row := range rows {
			for k := 1; k <= len(text); k++ {
				old := row[k]
				row[k] = (row[k-1] + old) / 2
			}
		}
	}
}

// The counter's slices are of different kinds, and some indices are only reached in a branch.
func mixed(n int, flags []bool, bytes []byte, ints []int) (count int) {
	for round := 0; round < 2; round++ {
		for k := 0; k < n; k++ {
			flags[k] = !flags[k]
			bytes[k] += byte(ints[k])
			if flags[k] {
				count += ints[k] * int(bytes[k])
			}
			if k > 100 {
				return -1
			}
		}
	}
	return count
}

func find(rows [][]int, wanted int) (int, int) {
	for i, row := range rows {
		for k := 0; k < len(rows[0]); k++ {
			if row[k] == wanted || row[k] == -wanted {
				return i, k
			}
		}
	}
	return -1, -1
}

func negative(n int, xs []int) {
	for i := 0; i < 1; i++ {
		for k := n; k < 2; k++ {
			xs[k] += xs[k] + 1
		}
	}
}

func main() {
	as := [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8}}
	attempt("equal", func() { fmt.Println(dot(as[:2], as, 3)) })
	attempt("short", func() { fmt.Println(dot(as, as, 3)) })
	attempt("nil", func() { fmt.Println(dot(as, make([][]int, 3), 1)) })
	attempt("nothing", func() { fmt.Println(dot(as, make([][]int, 3), 0)) })

	rows := [][]float64{{8, 4, 2, 1}, {1, 2, 3, 4}, {1, 2, 3}}
	attempt("smooth", func() { smooth(rows, 1, "abc") })
	fmt.Println(rows)
	attempt("smooth less", func() { smooth(rows, 2, "ab") })
	fmt.Println(rows)

	flags, bytes := make([]bool, 4), make([]byte, 4)
	attempt("mixed", func() { fmt.Println(mixed(4, flags, bytes, []int{1, 20, 300, 4})) })
	attempt("mixed, short", func() { fmt.Println(mixed(4, flags, bytes, []int{1, 20, 300})) })
	fmt.Println(flags, bytes)

	fmt.Println(find([][]int{{1, 2}, {3, -4}}, 4))
	attempt("find", func() { fmt.Println(find([][]int{{1, 2}, {3}}, 9)) })

	xs := []int{1, 2}
	attempt("from 0", func() { negative(0, xs) })
	attempt("from -1", func() { negative(-1, xs) })
	fmt.Println(xs)
}
