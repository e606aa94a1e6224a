package main

func main() {
	for i, j, k := range []int{} { // ERROR "declared and not used: i" "declared and not used: j" "range clause permits at most two iteration variables"
	}
	var s []string
	for i := range s {
		var n string = i // ERROR "cannot use i (variable of type int) as string value in variable declaration"
		_ = n
	}
	for a, b := range make(chan int) { // ERROR "range over make(chan int) (value of type chan int) permits only one iteration variable"
		_, _ = a, b
	}
	for x := range func(int) {} { // ERROR "cannot range over func(int) {} (value of type func(int)): func must be func(yield func(...) bool): argument is not func"
		_ = x
	}
	for i, j := range 10 { // ERROR "range over 10 (untyped int constant) permits only one iteration variable"
		_, _ = i, j
	}
	var p *[]int
	for range p { // ERROR "cannot range over p (variable of type *[]int)"
	}
}
