package main

import "fmt"

type T struct{ Field int }

func (T) Method() {}

func main() {
	fmt.Println(undefinedName) // ERROR "undefined: undefinedName"
	fmt.Printn("x") // ERROR "undefined: fmt.Printn"
	var t T
	t.Feild = 1 // ERROR "t.Feild undefined (type T has no field or method Feild)"
	t.method() // ERROR "t.method undefined (type T has no field or method method, but does have method Method)"
	var u Unknown // ERROR "undefined: Unknown"
	_ = u
	x := y + 1 // ERROR "undefined: y"
	fmt.Println(x.z)
	missing() // ERROR "undefined: missing"
}
