// A type's size may depend on a constant that measures another type, which points back to it.
package main

import (
	"fmt"
	"unsafe"
)

type block struct {
	header
	data [room]byte
}

type header struct {
	next *block
	used uintptr
}

const room = 64 - unsafe.Sizeof(header{})

type first struct {
	second
	rest [unsafe.Sizeof(second{})]byte
}

type second struct {
	back  *first
	count int32
}

var list *node

type node struct {
	next *node
	name [len(names)]string
}

var names [2]string

func main() {
	fmt.Println(unsafe.Sizeof(block{}), len(block{}.data), room)
	fmt.Println(unsafe.Sizeof(first{}), len(first{}.rest))
	list = &node{next: &node{name: names}}
	fmt.Println(len(list.name), list.next.next == nil)
}
