package main

func two() (int, int) { return 1, 2 }

func main() {
	x := two() + 1 // ERROR "multiple-value two() (value of type (int, int)) in single-value context"
	_ = []int{two()} // ERROR "multiple-value two() (value of type (int, int)) in single-value context"
	if two() { // ERROR "multiple-value two() (value of type (int, int)) in single-value context"
	}
	var a, b, c = two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	_, _, _, _ = x, a, b, c
	m := map[int]int{}
	p, q, r := m[1] // ERROR "assignment mismatch: 3 variables but 1 value"
	_, _, _ = p, q, r
}
