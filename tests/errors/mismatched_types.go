package main

func main() {
	a, b, s := 1, 2.5, "s"
	var i8 int8
	_ = a + b // ERROR "invalid operation: a + b (mismatched types int and float64)"
	_ = a + s // ERROR "invalid operation: a + s (mismatched types int and string)"
	_ = i8 == a // ERROR "invalid operation: i8 == a (mismatched types int8 and int)"
	_ = s - s // ERROR "invalid operation: operator - not defined on s (variable of type string)"
	_ = !a // ERROR "invalid operation: operator ! not defined on a (variable of type int)"
	_ = -s // ERROR "invalid operation: operator - not defined on s (variable of type string)"
	_ = a && true // ERROR "invalid operation: a && true (mismatched types int and untyped bool)"
	_ = b % 2 // ERROR "invalid operation: operator % not defined on b (variable of type float64)"
	_ = 1 << b // ERROR "invalid operation: shift count b (variable of type float64) must be integer"
}
