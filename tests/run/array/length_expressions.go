// run

// The length of an array type may be any constant expression, also after the name of a type
// declaration, where a bracket could start type parameters.
package main

import (
	"fmt"
	"unsafe"
)

type point struct{ x, y int32 }

type (
	two   [len([...]point{{1, 2}, {3, 4}})]int
	four  [len([4]point{})]int
	three [len([...]string{2: "c"})]int
	eight [unsafe.Sizeof(point{})]byte
	size  [unsafe.Sizeof([]int(nil))]byte
	six   [(1 + 2) * 2]int
	pair  [cap([2]func(){func() {}, nil})]int
)

// Type parameters all the same.
type (
	set[E interface{ comparable }]          map[E]bool
	pointers[P interface{ *int | *string }] []P
	parens[P interface{ *point }]           []P
	literal[P interface{ ~[]int }, Q any]   struct {
		p P
		q Q
	}
)

func main() {
	type local [len([...]int{1, 2, 3, 4, 5})]int
	fmt.Println(len(two{}), len(four{}), len(three{}), len(eight{}), len(size{}), len(six{}))
	fmt.Println(len(local{}), set[int]{1: true}, len(pointers[*int]{nil}), literal[[]int, string]{[]int{1}, "q"})
	fmt.Println(len(parens[*point]{}))
}
