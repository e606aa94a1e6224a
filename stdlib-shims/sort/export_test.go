package sort

import "internal/quicksort"

func Heapsort(data Interface) {
	quicksort.Heap(&elements{data.Less, data.Swap}, data.Len())
}

func ReverseRange(data Interface, a, b int) {
	(&elements{data.Less, data.Swap}).reverse(int32(a), int32(b))
}
