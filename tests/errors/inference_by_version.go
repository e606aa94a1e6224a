//go:build go1.26

// Where a generic function takes on the type that is wanted.
package main

func generic[T ~int](t T) T { return t }

type fn = func(int) int

var (
	declared fn = generic
	_           = []fn{generic}              // ERROR "cannot use generic function generic without instantiation"
	_           = map[string]fn{"a": generic} // ERROR "cannot use generic function generic without instantiation"
	_           = struct{ f fn }{generic}     // ERROR "cannot use generic function generic without instantiation"
	_           = struct{ f fn }{f: generic}  // ERROR "cannot use generic function generic without instantiation"
	_           = fn(generic)                 // ERROR "cannot use generic function generic without instantiation"
)

func result() fn { return generic }

func take(fn) {}

func main() {
	take(generic)
	declared = generic
	ch := make(chan fn, 1)
	ch <- generic // ERROR "cannot use generic function generic without instantiation"
}
