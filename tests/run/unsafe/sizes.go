// Sizes and offsets are those of a 64-bit machine; strings and slices convert without a layout.
package main

import (
	"fmt"
	"unsafe"
)

type t struct {
	a bool
	b int64
	c uint16
	d string
	e []int
	f any
}

func main() {
	var x t
	fmt.Println(unsafe.Sizeof(x), unsafe.Alignof(x), unsafe.Offsetof(x.b), unsafe.Offsetof(x.c), unsafe.Offsetof(x.d), unsafe.Offsetof(x.f))
	fmt.Println(unsafe.Sizeof(0), unsafe.Sizeof(""), unsafe.Sizeof([3]int16{}), unsafe.Sizeof(uintptr(0)), unsafe.Sizeof(1i))
	b := []byte("bytes")
	fmt.Println(unsafe.String(&b[0], len(b)), unsafe.String(unsafe.SliceData(b), 2))
	s := "text"
	fmt.Println(string(unsafe.Slice(unsafe.StringData(s), 4)))
}
