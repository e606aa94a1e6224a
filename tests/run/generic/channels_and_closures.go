package main

import (
	"errors"
	"fmt"
	"strconv"
)

type result[T any] struct {
	val T
	err error
}

func async[T any](f func() (T, error)) <-chan result[T] {
	c := make(chan result[T], 1)
	go func() {
		v, err := f()
		c <- result[T]{v, err}
	}()
	return c
}

func stream[T any](xs ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}

func transform[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for a := range in {
			out <- f(a)
		}
	}()
	return out
}

type option[T any] func(*T)

func build[T any](opts ...option[T]) T {
	var t T
	for _, o := range opts {
		o(&t)
	}
	return t
}

type cfg struct{ name string }

type either[L, R any] interface{ isEither(L, R) }
type left[L, R any] struct{ v L }
type right[L, R any] struct{ v R }

func (left[L, R]) isEither(L, R)  {}
func (right[L, R]) isEither(L, R) {}

func fold[L, R, T any](e either[L, R], f func(L) T, g func(R) T) T {
	switch x := e.(type) {
	case left[L, R]:
		return f(x.v)
	case right[L, R]:
		return g(x.v)
	}
	panic("unreachable")
}

func main() {
	r := <-async(func() (int, error) { return strconv.Atoi("42") })
	fmt.Println(r.val, r.err)
	e := <-async(func() (string, error) { return "", errors.New("failed") })
	fmt.Printf("%q %v\n", e.val, e.err)
	for s := range transform(stream(1, 2, 3), func(n int) string { return strconv.Itoa(n * n) }) {
		fmt.Print(s, " ")
	}
	fmt.Println(build(func(c *cfg) { c.name = "x" }), build[int]())
	show := func(n int) string { return "left " + strconv.Itoa(n) }
	fmt.Println(fold(either[int, string](left[int, string]{1}), show, func(s string) string { return "right " + s }))
	fmt.Println(fold[int, string](right[int, string]{"r"}, show, func(s string) string { return "right " + s }))
}
