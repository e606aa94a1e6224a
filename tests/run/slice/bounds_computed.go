// Bounds of any integer type, computed one after the other before the operand is read, as gc does.
package main

import (
	"fmt"
	"unsafe"
)

type scanner struct {
	text   string
	offset int
}

func (s *scanner) word() int {
	for s.offset < len(s.text) && s.text[s.offset] != ' ' {
		s.offset++
	}
	return s.offset
}

func main() {
	a := []int{1, 2, 3, 4}
	var arr [4]int
	text := "abcd"
	var i, j uint64 = 1, 3
	x := a[i:j]
	fmt.Println(len(x), cap(x[:j:j]), len(arr[i:]), text[i:j], a[i], text[j], arr[j])
	b := make([]int, j, j+2)
	fmt.Println(len(b), cap(b), unsafe.String(unsafe.StringData(text), j))
	s := &scanner{text: "one two", offset: 1}
	fmt.Println(s.text[s.offset-1 : s.word()])
	defer func() { fmt.Println(recover().(error).Error()) }()
	i = 1 << 63
	fmt.Println(a[i])
}
