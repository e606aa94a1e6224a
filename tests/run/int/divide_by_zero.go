// Integer division by zero panics; floating-point does not.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	zero := 0
	var z8 uint8
	var z64 uint64
	try(func() { fmt.Println(1 / zero) })
	try(func() { fmt.Println(1 % zero) })
	try(func() { fmt.Println(5 / z8) })
	try(func() { fmt.Println(5 % z64) })
	x := 7
	try(func() { x /= zero })
	f := 0.0
	fmt.Println(1/f, -1/f, f/f)
}
