package main

import "fmt"

type shape interface {
	area() float64
	name() string
}

type square struct{}

func (square) area() float64 { return 1 }

type ptr struct{}

func (*ptr) area() float64 { return 1 }
func (*ptr) name() string  { return "" }

type wrong struct{}

func (wrong) area() int    { return 1 }
func (wrong) name() string { return "" }

func main() {
	var s shape
	s = square{} // ERROR "cannot use square{} (value of struct type square) as shape value in assignment: square does not implement shape (missing method name)"
	s = ptr{} // ERROR "cannot use ptr{} (value of struct type ptr) as shape value in assignment: ptr does not implement shape (method area has pointer receiver)"
	s = wrong{} // ERROR "cannot use wrong{} (value of struct type wrong) as shape value in assignment: wrong does not implement shape (wrong type for method area)"
	s = &ptr{}
	_ = s.(square) // ERROR "impossible type assertion: s.(square)"
	n := 5
	_ = n.(int) // ERROR "invalid operation: n (variable of type int) is not an interface"
	var st fmt.Stringer = s // ERROR "cannot use s (variable of interface type shape) as fmt.Stringer value in variable declaration: shape does not implement fmt.Stringer (missing method String)"
	_ = st
	switch s.(type) {
	case square: // ERROR "impossible type switch case: square"
	case *ptr:
	case *ptr: // ERROR "duplicate case *ptr in type switch"
	}
}
