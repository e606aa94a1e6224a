// run

// Type arguments that are given turn parameters into plain ones, to which arguments are assigned.
package main

import "fmt"

type name string

func (n name) String() string { return "name " + string(n) }

func same[T comparable, V any](value V, wanted T) bool {
	got, ok := any(value).(T)
	return ok && got == wanted
}

func each[T fmt.Stringer, S ~[]E, E any](s S, f func(E) T) (texts []string) {
	for _, e := range s {
		texts = append(texts, f(e).String())
	}
	return texts
}

func main() {
	n := name("x")
	fmt.Println(same[any](n, n), same[fmt.Stringer](n, n), same[any](1, n), same(n, n))
	fmt.Println(each[name]([]int{1, 2}, func(i int) name { return name(fmt.Sprint(i)) }))
	fmt.Println(each[fmt.Stringer]([]int{3}, func(i int) fmt.Stringer { return name(fmt.Sprint(i)) }))
}
