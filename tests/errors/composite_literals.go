package main

type p struct{ x, y int }

func main() {
	_ = p{1} // ERROR "too few values in struct literal of type p"
	_ = p{1, 2, 3} // ERROR "too many values in struct literal of type p"
	_ = p{x: 1, 2} // ERROR "mixture of field:value and value elements in struct literal"
	_ = p{z: 1} // ERROR "unknown field z in struct literal of type p"
	_ = p{"a", 2} // ERROR "(untyped string constant) as int value in struct literal"
	_ = []int{"a"} // ERROR "(untyped string constant) as int value in array or slice literal"
	_ = map[string]int{1: 1} // ERROR "cannot use 1 (untyped int constant) as string value in map literal"
	_ = map[string]int{"a"} // ERROR "missing key in map literal"
	_ = [2]int{5: 1} // ERROR "invalid argument: index 5 out of bounds [0:2]"
	_ = int{} // ERROR "invalid composite literal type int"
	_ = []int{-1: 0} // ERROR "invalid argument: index -1 (constant of type int) must not be negative"
	_ = map[[]int]string{} // ERROR "invalid map key type []int"
	_ = &p{1, 2}.x // ERROR "invalid operation: cannot take address of p{…}.x (value of type int)"
	_ = &5 // ERROR "invalid operation: cannot take address of 5 (untyped int constant)"
}
