package main

func reverse(xs []int) {
	for i, j := 0, len(xs)-1; i < j; i, j = i+1, j-1 {
		xs[i], xs[j] = xs[j], xs[i]
	}
}

func filter(xs []int, keep func(int) bool) []int {
	var kept []int
	for _, x := range xs {
		if keep(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

func main() {
	xs := []int{1, 2, 3, 4}
	reverse(xs[1:])
	even := filter(xs, func(x int) bool { return x%2 == 0 })
	println(len(even), even[0], cap(make([]byte, 2, 8)))
}
