package main

// Instances that contain ever larger ones.

type A[T any] [2]A[*T] // ERROR "invalid recursive type: A refers to itself"

type B[T any] struct{ c C[*T] } // ERROR "invalid recursive type C"
type C[T any] struct{ b B[*T] }

type D[T any] interface {
	D[*T] // ERROR "invalid recursive type: D refers to itself"
}

type E[T any] struct{ next *E[T] }

func main() {
	_ = E[int]{}
}

// A value of such a type is as wrong in a declaration.

type F[T any] struct {
	F[T] // ERROR "invalid recursive type: F refers to itself"
}

const size = len([1]F[int]{F[int]{}}) // ERROR "invalid recursive type: F refers to itself"
