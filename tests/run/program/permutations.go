package main

import "fmt"

func permute(xs []int, k int, visit func([]int)) {
	if k == len(xs) {
		visit(xs)
		return
	}
	for i := k; i < len(xs); i++ {
		xs[k], xs[i] = xs[i], xs[k]
		permute(xs, k+1, visit)
		xs[k], xs[i] = xs[i], xs[k]
	}
}

func queens(n int) int {
	count := 0
	var place func(row int, cols, d1, d2 uint)
	place = func(row int, cols, d1, d2 uint) {
		if row == n {
			count++
			return
		}
		for c := range n {
			bit, a, b := uint(1)<<c, uint(1)<<(row+c), uint(1)<<(row-c+n)
			if cols&bit|d1&a|d2&b == 0 {
				place(row+1, cols|bit, d1|a, d2|b)
			}
		}
	}
	place(0, 0, 0, 0)
	return count
}

func main() {
	var all [][]int
	permute([]int{1, 2, 3}, 0, func(p []int) { all = append(all, append([]int(nil), p...)) })
	fmt.Println(all, queens(6), queens(8))
}
