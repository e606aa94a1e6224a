// run

// Entries of map literals that are constant are stored before all others.
package main

import "fmt"

type K struct{ a, b int }

func v(n int) int { fmt.Println("v", n); return n }

func main() {
	x, k := 2, K{1, 2}
	fmt.Println(map[int]string{2: "constant", x: "variable"}, map[int]string{x: "variable", 2: "constant"})
	fmt.Println(map[int]int{2: v(9), x: 8}, map[int]int{x: 8, 2: v(9), 3: 1, x + 1: v(7)})
	fmt.Println(map[K]int{k: 1, {1, 2}: 2}, map[K]int{{1, x}: 1, {1, 2}: 2})
	fmt.Println(len(map[int][]int{x: nil, 2: {1}}), map[int][]int{x: nil, 2: {1}})
}
