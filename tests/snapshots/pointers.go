package main

type node struct {
	value int
	next  *node
}

func swap(a, b *int) { *a, *b = *b, *a }

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.value + n.next.sum()
}

func main() {
	x, y := 1, 2
	swap(&x, &y)
	list := &node{x, &node{y, nil}}
	swap(&list.value, &list.next.value)
	println(x, y, list.sum(), list.value)
}
