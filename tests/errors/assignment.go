package main

type T struct{}

func two() (int, string) { return 1, "" }
func none()              {}

func main() {
	var i int = "text" // ERROR "(untyped string constant) as int value in variable declaration"
	var s string
	s = 5 // ERROR "cannot use 5 (untyped int constant) as string value in assignment"
	var t T
	t = nil // ERROR "cannot use nil as T value in assignment"
	i, s = two()
	i = two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	a, b := 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	_, _ = a, b
	i = none() // ERROR "none() (no value) used as value"
	5 = i // ERROR "cannot assign to 5 (neither addressable nor a map index expression)"
	two() = i // ERROR "multiple-value two() (value of type (int, string)) in single-value context"
	const c = 1
	c = 2 // ERROR "cannot assign to c (neither addressable nor a map index expression)"
	i := 3 // ERROR "no new variables on left side of :="
	"x"[0] = 'c' // ERROR "[0] (neither addressable nor a map index expression)"
	m := map[string]T{}
	_, _, _ = i, s, t
	_ = m
}
