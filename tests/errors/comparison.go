package main

type s struct{ f []int }

func main() {
	a, b := []int{}, []int{}
	_ = a == b // ERROR "invalid operation: a == b (slice can only be compared to nil)"
	m := map[int]int{}
	_ = m == m // ERROR "invalid operation: m == m (map can only be compared to nil)"
	f := func() {}
	_ = f == f // ERROR "invalid operation: f == f (func can only be compared to nil)"
	_ = s{} == s{} // ERROR "invalid operation: s{} == s{} (struct containing []int cannot be compared)"
	_ = a == nil
	var i any
	_ = i == 5
	_ = i == a // ERROR "invalid operation: i == a (slice can only be compared to nil)"
	_ = 1 == "a" // ERROR "(mismatched types untyped int and untyped string)"
	_ = nil == nil // ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)"
	_ = true < false // ERROR "invalid operation: true < false (operator < not defined on untyped bool)"
	x, y := struct{ a int }{}, struct{ b int }{}
	_ = x == y // ERROR "invalid operation: x == y (mismatched types struct{a int} and struct{b int})"
	_ = [2]int{} == [3]int{} // ERROR "invalid operation: [2]int{} == [3]int{} (mismatched types [2]int and [3]int)"
}
