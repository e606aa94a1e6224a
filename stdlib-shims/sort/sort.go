// Package sort sorts slices and what else can compare and swap its elements.
package sort

import "internal/quicksort"

// Interface is what the functions here sort: Len elements that have an order and can change places.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data. Equal elements may change places.
func Sort(data Interface) {
	quicksort.Sort(&elements{data.Less, data.Swap}, data.Len())
}

// Stable sorts data and keeps equal elements in order.
func Stable(data Interface) {
	(&elements{data.Less, data.Swap}).stable(int32(data.Len()))
}

// IsSorted tells whether data is in order.
func IsSorted(data Interface) bool {
	return isSorted(data.Len(), data.Less)
}

func isSorted(n int, less func(i, j int) bool) bool {
	for n > 1 && !less(n-1, n-2) {
		n--
	}
	return n <= 1
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
	quicksort.Sort(&elements{less, swapper(x)}, length(x))
}

// SliceStable sorts the slice x and keeps equal elements in order.
func SliceStable(x any, less func(i, j int) bool) {
	(&elements{less, swapper(x)}).stable(int32(length(x)))
}

// SliceIsSorted tells whether the slice x is in order.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	return isSorted(length(x), less)
}

// length returns the length of a slice, and panics for anything else.
//
//js:native length reads
func length(x any) int

// swapper returns a function that swaps elements of a slice.
//
//js:native swapper
func swapper(x any) func(i, j int)
