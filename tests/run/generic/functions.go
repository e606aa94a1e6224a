// Generic functions: explicit and inferred type arguments, constraints.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

type number interface {
	~int | ~int8 | ~float64 | ~uint64
}

func sum[T number](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return
}

func mapTo[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func reduce[T, A any](xs []T, acc A, f func(A, T) A) A {
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func keys[M ~map[K]V, K cmp.Ordered, V any](m M) int { return len(m) }

func largest[T cmp.Ordered](a T, rest ...T) T {
	for _, x := range rest {
		if x > a {
			a = x
		}
	}
	return a
}

func ptr[T any](v T) *T { return &v }

func zero[T any]() T {
	var z T
	return z
}

type myInt int

func stringify[T fmt.Stringer](xs []T) string {
	return strings.Join(mapTo(xs, T.String), ",")
}

func (m myInt) String() string { return fmt.Sprintf("<%d>", int(m)) }

func isZero[T comparable](v T) bool { return v == zero[T]() }

func main() {
	fmt.Println(sum(1, 2, 3), sum(1.5, 2.5), sum[int8](100, 100), sum[uint64](1<<63, 1<<63-1), sum[myInt](1, 2))
	fmt.Println(mapTo([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(keys(map[string]int{"a": 1}), largest(3, 9, 2), largest("a", "c", "b"), largest(2.5))
	p := ptr(5)
	*p++
	fmt.Println(*p, *ptr("s"), zero[string]() == "", zero[*int]() == nil, zero[[2]int](), zero[struct{ a int }]())
	fmt.Println(stringify([]myInt{1, 2}))
	f := mapTo[int, float64]
	fmt.Println(f([]int{1, 2}, func(i int) float64 { return float64(i) / 2 }))
	fmt.Println(isZero(0), isZero("x"), isZero(struct{ n int }{}), isZero([2]string{}))
	fmt.Printf("%T %T\n", mapTo[int, string], ptr[myInt])
}
