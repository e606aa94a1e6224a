package main

type S struct{}

func (S) m[P any](x P) P { return x }

func (S) twice[P ~int, P any]() {} // ERROR "P redeclared in this block"

type T[P any] struct{ v P }

func (T[P]) m[Q interface{ *P }](q Q) {}

type I interface{ m(int) int }

var _ I = S{} // ERROR "S does not implement I (wrong type for method m)"

var _ any = S{}.m // ERROR "cannot use generic function S{}.m without instantiation"

func main() {
	var s S
	_ = s.m[int]("x") // ERROR "(untyped string constant) as int value in argument to s.m[int]"
	_ = s.m[int, int](1) // ERROR "got 2 type arguments but want 1"
	T[int]{}.m(new(string)) // ERROR "does not satisfy interface{*int}"
	T[int]{}.m(new(int))
}
