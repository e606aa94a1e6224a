package main

func at(xs []int, i int) (v int, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	return xs[i], true
}

func main() {
	for i := range 2 {
		defer println("deferred", i)
	}
	println(at([]int{1, 2, 3}, 1))
	println(at([]int{1, 2, 3}, 5))
}
