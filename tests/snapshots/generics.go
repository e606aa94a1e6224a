package main

type number interface{ ~int | ~float64 }

func sum[T number](xs []T) (total T) {
	for _, x := range xs {
		total += x
	}
	return total
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }

func main() {
	println(sum([]int{1, 2}), sum([]float64{1.5, 2}))
	var s stack[string]
	s.push("a")
	println(len(s.items))
}
