// Labelled break and continue, goto forwards and backwards.
package main

import "fmt"

func find(grid [][]int, want int) (int, int) {
	for i, row := range grid {
		for j, v := range row {
			if v == want {
				return i, j
			}
		}
	}
	return -1, -1
}

func loop(n int) (s int) {
	i := 0
again:
	if i < n {
		s += i
		i++
		goto again
	}
	return
}

func skip(b bool) string {
	r := "start "
	if b {
		goto end
	}
	r += "middle "
end:
	r += "end"
	return r
}

func machine(input string) (n int) {
	i := 0
even:
	if i == len(input) {
		return n
	}
	i++
	goto odd
odd:
	if i == len(input) {
		return -n
	}
	n++
	i++
	goto even
}

func main() {
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(loop(10), skip(true), skip(false), machine("abcd"), machine("abc"))
rows:
	for i := range 4 {
		for j := range 4 {
			if j == 2 {
				continue rows
			}
			if i == 2 {
				break rows
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
choice:
	switch {
	default:
		if loop(2) == 1 {
			break choice
		}
		fmt.Println("not reached")
	}
	n := 0
	for n < 3 {
		n++
		if n == 2 {
			goto next
		}
		fmt.Print("n", n, " ")
	next:
	}
	fmt.Println()
}
