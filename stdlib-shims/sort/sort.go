// Package sort sorts slices and what else can compare and swap its elements.
package sort

// Interface is what the functions here sort: Len elements that have an order and can change places.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data. Equal elements may change places.
func Sort(data Interface) {
	s := &sorter{data.Less, data.Swap}
	n := int32(data.Len())
	s.sort(0, n, depth(n))
}

// Stable sorts data and keeps equal elements in order.
func Stable(data Interface) {
	s := &sorter{data.Less, data.Swap}
	s.stable(int32(data.Len()))
}

// IsSorted tells whether data is in order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool {
	return r.Interface.Less(j, i)
}

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface {
	return &reverse{data}
}

// Slice sorts the slice x as less says, which is given indexes. Equal elements may change places.
func Slice(x any, less func(i, j int) bool) {
	s := &sorter{less, swapper(x)}
	n := int32(length(x))
	s.sort(0, n, depth(n))
}

// SliceStable sorts the slice x and keeps equal elements in order.
func SliceStable(x any, less func(i, j int) bool) {
	s := &sorter{less, swapper(x)}
	s.stable(int32(length(x)))
}

// SliceIsSorted tells whether the slice x is in order.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// length returns the length of a slice, and panics for anything else.
//
//js:native length
func length(x any) int

// swapper returns a function that swaps elements of a slice.
//
//js:native swapper
func swapper(x any) func(i, j int)
