package main

import "fmt"

func f(a int, b string) {}
func v(a int, rest ...string) {}
func g() (int, string) { return 1, "" }

func main() {
	f(1) // ERROR "not enough arguments in call to f"
	f(1, "a", 2) // ERROR "too many arguments in call to f"
	f("a", 1) // ERROR "(untyped string constant) as int value in argument to f" "cannot use 1 (untyped int constant) as string value in argument to f"
	v() // ERROR "not enough arguments in call to v"
	v(1, 2) // ERROR "cannot use 2 (untyped int constant) as string value in argument to v"
	f(g())
	v(1, []string{}...)
	f(1, []string{}...) // ERROR "cannot use ... in call to non-variadic f"
	fmt.Println(f(1, "")) // ERROR ") (no value) used as value"
	x := 5
	x() // ERROR "invalid operation: cannot call x (variable of type int): int is not a function"
	len() // ERROR "invalid operation: not enough arguments for len() (expected 1, found 0)"
	len(5) // ERROR "invalid argument: 5 (untyped int constant) for built-in len"
	_ = append(1, 2) // ERROR "invalid append: argument must be a slice; have 1 (untyped int constant)"
	append([]int{}, 1) // ERROR "append([]int{}, 1) (value of type []int) is not used"
	_ = make(int) // ERROR "invalid argument: cannot make int: type must be slice, map, or channel"
	_ = cap(map[int]int{}) // ERROR "invalid argument: map[int]int{} (value of type map[int]int) for built-in cap"
}
