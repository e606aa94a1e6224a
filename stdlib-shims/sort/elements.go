package sort

// elements are known only by comparing and swapping them.
type elements struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func (e *elements) Less(i, j int32) bool { return e.less(int(i), int(j)) }
func (e *elements) Swap(i, j int32)      { e.swap(int(i), int(j)) }

func (e *elements) Insert(a, b int32) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && e.Less(j, j-1); j-- {
			e.Swap(j, j-1)
		}
	}
}

func (e *elements) reverse(a, b int32) {
	for b--; a < b; a, b = a+1, b-1 {
		e.Swap(a, b)
	}
}
