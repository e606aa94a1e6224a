package slices

// elements are those of a slice, in the order of cmp.
type elements[E any] struct {
	x   []E
	cmp func(a, b E) int
}

func (e *elements[E]) Less(i, j int32) bool { return e.cmp(e.x[i], e.x[j]) < 0 }
func (e *elements[E]) Swap(i, j int32)      { e.x[i], e.x[j] = e.x[j], e.x[i] }

func (e *elements[E]) Insert(a, b int32) {
	x, cmp := e.x, e.cmp
	for i := a + 1; i < b; i++ {
		v := x[i]
		j := i
		for j > a && cmp(v, x[j-1]) < 0 {
			x[j] = x[j-1]
			j--
		}
		if j != i {
			x[j] = v
		}
	}
}
