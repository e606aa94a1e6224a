package main

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func first(n int) int {
	for i := range upTo(10) {
		if i*i > n {
			return i
		}
	}
	return -1
}

func main() {
	println(first(20))
}
