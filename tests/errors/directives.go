// Directives mean something only where the compiler looks for them.
package main

//go:build linux // ERROR "misplaced compiler directive"

//go:noinline
func placed() {}

//go:noinline // ERROR "misplaced compiler directive"
type T int

func main() {
	placed()
}
