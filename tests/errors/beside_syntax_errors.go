// A declaration with a syntax error is left alone; the others are checked.
package main

func broken() {
	if { // ERROR "missing condition in if statement"
	}
	undefined()
}

func sliced(s string) {
	_ = s[0::] // ERROR "middle index required in 3-index slice" "final index required in 3-index slice" "3-index slice of string"
	var unused int // ERROR "declared and not used: unused"
}

func main() {
	broken()
	sliced(1) // ERROR "cannot use 1 (untyped int constant) as string value in argument to sliced"
	_ = 'ab' // ERROR "more than one character in rune literal"
}
