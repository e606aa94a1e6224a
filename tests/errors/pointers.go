package main

type t struct{ x int }

func main() {
	n := 1
	_ = *n // ERROR "invalid operation: cannot indirect n (variable of type int)"
	p := &n
	_ = p.x // ERROR "p.x undefined (type *int has no field or method x)"
	var i any = n
	_ = *i // ERROR "invalid operation: cannot indirect i (variable of interface type any)"
	pp := &p
	_ = pp[0] // ERROR "cannot index pp (variable of type **int)"
	_ = n[0] // ERROR "cannot index n (variable of type int)"
	m := map[string]t{}
	m["a"].x = 1 // ERROR "cannot assign to struct field m["
	_ = &m["a"] // ERROR "invalid operation: cannot take address of m["
	_ = *nil // ERROR "invalid operation: cannot indirect nil"
	var s []int
	_ = s["a"] // ERROR "(untyped string constant) to type int"
	_ = s[1.5] // ERROR "1.5 (untyped float constant) truncated to int"
	_ = s[-1] // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = s[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[1:2:3] // ERROR "invalid operation: 3-index slice of string"
}
