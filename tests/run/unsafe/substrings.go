// run

// The difference of the addresses of a string and of a slice of it is where the slice begins.
package main

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"
)

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

func index(part, whole string) int {
	return int(uintptr(unsafe.Pointer(unsafe.StringData(part))) - uintptr(unsafe.Pointer(unsafe.StringData(whole))))
}

func headerIndex(part, whole string) int {
	p, w := *(*stringHeader)(unsafe.Pointer(&part)), *(*stringHeader)(unsafe.Pointer(&whole))
	return int(uintptr(p.data) - uintptr(w.data))
}

func oldIndex(part, whole string) int {
	p, w := (*reflect.StringHeader)(unsafe.Pointer(&part)), (*reflect.StringHeader)(unsafe.Pointer(&whole))
	return int(p.Data - w.Data)
}

func within(part, whole string) bool {
	p, w := uintptr(unsafe.Pointer(unsafe.StringData(part))), uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	return p >= w && p+uintptr(len(part)) <= w+uintptr(len(whole))
}

type field struct {
	key, value string
	at         int
}

// fields parses `k=v;k=v`, telling where each value stands.
func fields(text string) []field {
	var all []field
	rest := text
	for rest != "" {
		end := strings.IndexByte(rest, ';')
		if end < 0 {
			end = len(rest)
		}
		pair := rest[:end]
		equals := strings.IndexByte(pair, '=')
		f := field{key: pair[:equals], value: pair[equals+1:]}
		f.at = index(f.value, text)
		all = append(all, f)
		rest = rest[min(end+1, len(rest)):]
	}
	return all
}

func main() {
	text := "a=1;b=1;c=22;d=1"
	for _, f := range fields(text) {
		fmt.Println(f.key, f.value, f.at, text[f.at:f.at+len(f.value)] == f.value)
	}
	whole := strings.Repeat("0123456789", 3)
	part := whole[7:25]
	inner := part[2:9]
	fmt.Println(headerIndex(part, whole), headerIndex(inner, part), headerIndex(inner, whole))
	fmt.Println(oldIndex(part, whole), oldIndex(inner, whole), index(whole[:4], whole))
	fmt.Println(within(inner, whole), within(inner, part), within(whole, part), within("other text", whole))

	start := unsafe.Pointer(unsafe.StringData(whole))
	fmt.Println(string(*(*byte)(unsafe.Add(start, 7))), string(*(*byte)(unsafe.Pointer(uintptr(start) + 8))))
	fmt.Println(unsafe.String((*byte)(unsafe.Pointer(uintptr(start)+3)), 4))
}
