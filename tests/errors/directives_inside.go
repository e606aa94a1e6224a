// A directive stands on a line of its own, before what it is about.
package main

type T struct {
	//go:nosplit // ERROR "misplaced compiler directive"
	field int
}

var x int //go:noinline // ERROR "misplaced compiler directive"

func main() {
	//go:norace // ERROR "misplaced compiler directive"
	_ = T{x}
}
