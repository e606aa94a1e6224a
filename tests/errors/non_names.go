// On the left of := there are names only; what else is wrong is reported as well.
package main

import "runtime"

type point struct{ x int }

func main() {
	var p point
	p.x := 1                  // ERROR "non-name p.x on left side of :="
	runtime.GOOS, y := "a", 2 // ERROR "non-name runtime.GOOS on left side of :="
	println(p.x, y, "abc"[1::]) // ERROR "middle index required in 3-index slice" "final index required in 3-index slice" "3-index slice of string"
}
