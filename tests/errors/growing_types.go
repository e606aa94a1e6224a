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
