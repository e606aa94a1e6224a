package main

import (
	"fmt"
	"unsafe"
)

type header struct {
	_    [0]any
	Type unsafe.Pointer
	Data unsafe.Pointer
}

func typeOf(x any) unsafe.Pointer { return (*header)(unsafe.Pointer(&x)).Type }

type T struct{ a, b int }

func main() {
	fmt.Println(typeOf(1) == typeOf(2), typeOf(1) == typeOf("a"), typeOf(nil) == nil)
	var x any = &T{1, 2}
	p := (*header)(unsafe.Pointer(&x))
	ty, data := p.Type, p.Data
	var y any
	*(*header)(unsafe.Pointer(&y)) = header{Type: ty, Data: data}
	fmt.Println(y == x, y.(*T).b)
}
