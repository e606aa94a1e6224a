// run

// The two words of an interface, seen as an array.
package main

import (
	"errors"
	"fmt"
	"unsafe"
)

// isNil is how modules ask whether an interface holds a nil pointer without reflection.
func isNil(x any) bool { return (*[2]uintptr)(unsafe.Pointer(&x))[1] == 0 }

type operation struct {
	Path  string
	Value any
}

func (o *operation) hasValue() bool { return (*[2]uintptr)(unsafe.Pointer(&o.Value))[1] != 0 }

func sameType(x, y any) bool {
	return (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[0] == (*[2]unsafe.Pointer)(unsafe.Pointer(&y))[0]
}

func data(x any) unsafe.Pointer { return (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1] }

type T struct{ a, b int }

func main() {
	var p *T
	var m map[string]int
	var f func()
	var c chan int
	var s []int
	fmt.Println(isNil(nil), isNil(p), isNil(m), isNil(f), isNil(c), isNil(s))
	fmt.Println(isNil(new(T)), isNil(map[string]int{}), isNil(main), isNil(T{}), isNil("x"), isNil(7))
	for _, value := range []any{nil, p, 1, "s", m, []any{1}} {
		fmt.Print((&operation{"a", value}).hasValue(), " ")
	}
	fmt.Println()
	fmt.Println(sameType(1, 2), sameType(1, "a"), sameType(p, new(T)), sameType(nil, nil), sameType(nil, 1))
	t := &T{3, 4}
	fmt.Println(data(t) == unsafe.Pointer(t), (*T)(data(t)).b, data(nil) == nil)
	var err error = errors.New("e")
	words := *(*[2]uintptr)(unsafe.Pointer(&err))
	fmt.Println(words[0] != 0, words[1] != 0, words == *(*[2]uintptr)(unsafe.Pointer(&err)))
	err = nil
	words = *(*[2]uintptr)(unsafe.Pointer(&err))
	fmt.Println(words)
}
