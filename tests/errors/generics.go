package main

import "fmt"

type number interface{ ~int | ~float64 }

func sum[T number](xs ...T) T { var t T; return t }

func pair[K comparable, V any](k K, v V) {}

type box[T any] struct{ v T }

func (b box[T]) get() T { return b.v }

func zero[T any]() T { var t T; return t }

func main() {
	sum("a") // ERROR "string does not satisfy number (string missing in ~int | ~float64)"
	sum[bool]() // ERROR "bool does not satisfy number (bool missing in ~int | ~float64)"
	pair([]int{}, 1) // ERROR "[]int does not satisfy comparable"
	zero() // ERROR "in call to zero, cannot infer T"
	var b box // ERROR "cannot use generic type box[T any] without instantiation"
	_ = b
	var c box[int, string] // ERROR "too many type arguments for type box: have 2, want 1"
	_ = c
	f := sum // ERROR "cannot use generic function sum without instantiation"
	_ = f
	sum(1, 2.5)
	sum(1, "x") // ERROR "in call to sum, mismatched types untyped int and untyped string (cannot infer T)"
	fmt.Println(box[int]{"s"}.get()) // ERROR "(untyped string constant) as int value in struct literal"
	var n number // ERROR "cannot use type number outside a type constraint: interface contains type constraints"
	_ = n
}

func bad[T any](a, b T) bool { return a == b } // ERROR "invalid operation: a == b (incomparable types in type set)"
func bad2[T any](a T) T     { return a + a } // ERROR "invalid operation: operator + not defined on a (variable of type T constrained by any)"
