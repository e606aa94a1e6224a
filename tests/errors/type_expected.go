package main

var v int

func f(x v) {} // ERROR "v (package-level variable) is not a type"

func g() f { return nil } // ERROR "f (function) is not a type"

type t int

func main() {
	_ = t // ERROR "t (type) is not an expression"
	_ = t + 1 // ERROR "t (type) is not an expression"
	var a []nil // ERROR "nil (untyped nil) is not a type"
	_ = a
	_ = make(v) // ERROR "v (package-level variable) is not a type"
	_ = new(5).x // ERROR "new(5).x undefined (type *int has no field or method x)"
}
