// Strings and slices seen as the headers that Go has for them, as libraries do that spare copies.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

// oldBytes is how it was done before there was unsafe.Slice.
func oldBytes(s string) (b []byte) {
	from := (*reflect.StringHeader)(unsafe.Pointer(&s))
	to := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to.Data = from.Data
	to.Len = from.Len
	to.Cap = from.Len
	return b
}

func lengthFirst(s string) (b []byte) {
	to := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	to.Len = len(s)
	to.Cap = len(s)
	to.Data = (*reflect.StringHeader)(unsafe.Pointer(&s)).Data
	return b
}

func literal(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&sliceHeader{
		data: (*stringHeader)(unsafe.Pointer(&s)).data,
		len:  len(s),
		cap:  len(s),
	}))
}

func withCapacity(s string) []byte {
	return *(*[]byte)(unsafe.Pointer(&struct {
		string
		Cap int
	}{s, len(s)}))
}

func text(b []byte) string {
	header := *(*sliceHeader)(unsafe.Pointer(&b))
	return *(*string)(unsafe.Pointer(&stringHeader{header.data, header.len}))
}

func prefix(b []byte) string {
	return *(*string)(unsafe.Pointer((*reflect.SliceHeader)(unsafe.Pointer(&b))))
}

type public struct {
	Name string
	Age  int
}

type private struct {
	name string
	age  int
	rest []int
}

func main() {
	for _, s := range []string{"", "a", "héllo"} {
		fmt.Printf("%q %q %q %q\n", oldBytes(s), lengthFirst(s), literal(s), withCapacity(s))
		fmt.Println(text([]byte(s)) == s, prefix([]byte(s)) == s)
	}

	b := []byte("abcdef")
	header := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	header.Len = 3
	fmt.Printf("%s %d %d\n", b, len(b), cap(b))
	header.Cap = 4
	b = append(b, 'x')
	fmt.Printf("%s %d %d %d\n", b, header.Len, header.Cap, cap(b))
	inner := b[1:3]
	distance := (*reflect.SliceHeader)(unsafe.Pointer(&inner)).Data - header.Data
	fmt.Println(distance, (*sliceHeader)(unsafe.Pointer(&inner)).len)

	numbers := []int32{1, 2, 3}
	view := (*sliceHeader)(unsafe.Pointer(&numbers))
	view.len = 2
	fmt.Println(numbers, *(*int32)(view.data))

	p := &private{"x", 1, []int{2}}
	q := (*public)(unsafe.Pointer(p))
	q.Age++
	q.Name += "y"
	fmt.Println(*p, *q)
}
