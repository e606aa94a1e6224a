// Entries deleted during a range are not visited, and inserting is allowed.
package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := range 100 {
		m[i] = true
	}
	seen := 0
	for k := range m {
		seen++
		for j := range 100 {
			if j != k {
				delete(m, j)
			}
		}
	}
	fmt.Println(seen, len(m))
	n := map[int]int{1: 1}
	steps := 0
	for k := range n {
		delete(n, k)
		if steps < 5 {
			n[k+1] = 1
		}
		steps++
		if steps > 50 {
			break
		}
	}
	fmt.Println(len(n) <= 1)
	total := 0
	for k, v := range map[string]int{"a": 1, "b": 2, "c": 3} {
		if k == "b" {
			continue
		}
		total += v
	}
	fmt.Println(total)
}
