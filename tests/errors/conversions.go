package main

type a struct{ x int }
type b struct{ y int }

func main() {
	_ = int("5") // ERROR "(untyped string constant) to type int"
	_ = string(1.5) // ERROR "cannot convert 1.5 (untyped float constant) to type string"
	_ = b(a{}) // ERROR "cannot convert a{} (value of struct type a) to type b"
	_ = []int("x") // ERROR "(untyped string constant) to type []int"
	var f float64
	_ = string(f) // ERROR "cannot convert f (variable of type float64) to type string"
	_ = (*int)(f) // ERROR "cannot convert f (variable of type float64) to type *int"
	_ = bool(1) // ERROR "cannot convert 1 (untyped int constant) to type bool"
	_ = []byte(5) // ERROR "cannot convert 5 (untyped int constant) to type []byte"
	_ = func()(nil) // ERROR "func() nil (type) is not an expression" "nil (untyped nil) is not a type"
	_ = a(nil) // ERROR "cannot convert nil to type a"
	x := nil // ERROR "use of untyped nil in assignment"
	_ = x
}
