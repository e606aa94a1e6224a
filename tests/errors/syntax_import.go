// An import that is wrong leaves the others and what follows alone.
package main

import "fmt"
import ; // ERROR "syntax error: missing import path"
import
var swallowed int // ERROR "syntax error: missing import path"
import 'x' // ERROR "syntax error: import path must be a string"

const one = 1

import "os" // ERROR "syntax error: imports must appear before other declarations"
import "io"

type missing { // ERROR "syntax error: unexpected { in type declaration"
	x int
} // ERROR "syntax error: non-declaration statement outside function body"

import (.) // ERROR "syntax error: imports must appear before other declarations"

func main() {
	fmt.Println(one)
}
