package main

import "math"

func main() {
	_ = math // ERROR "use of package math not in selector"
	math.pi() // ERROR "undefined: math.pi (but have Pi)"
	var x math.Big // ERROR "undefined: math.Big"
	_ = x
}
