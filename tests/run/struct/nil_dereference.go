// Reading or writing through a nil pointer panics, calling a method on one need not.
package main

import "fmt"

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.left.sum() + t.v + t.right.sum()
}

func (t *tree) name() string { return "tree" }

func (t tree) value() int { return t.v }

func try(f func()) {
	defer func() {
		r := recover()
		fmt.Println(r)
		_, isErr := r.(error)
		fmt.Println(isErr)
	}()
	f()
}

func main() {
	var t *tree
	fmt.Println(t.sum(), t.name(), (&tree{&tree{nil, nil, 1}, nil, 2}).sum())
	try(func() { fmt.Println(t.v) })
	try(func() { t.v = 1 })
	try(func() { fmt.Println(t.value()) })
	try(func() { var p *int; *p = 1 })
	try(func() { var f func(); f() })
	try(func() { var i fmt.Stringer; fmt.Println(i.String()) })
	try(func() { _ = *t })
}
