// run

// What a nil pointer does where its operand is not used.
package main

import "fmt"

type T int

func (t T) F() {}

type I interface{ F() }

type S struct{ a [2]int }

//go:noinline
func hide(t *T) I { return t }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var p *int
	var s *S
	var b *[]byte
	var t *T
	i := hide(t)
	try("&*p", func() { fmt.Println(&*p == nil) })
	try("&*s", func() { fmt.Println(&*s == nil) })
	try("&*b", func() { fmt.Println(&*b == nil) })
	try("&s.a", func() { fmt.Println(&s.a == nil) })
	try("i.F", func() { i.F() })
	try("t.F", func() { t.F() })
	try("f", func() { f := i.F; f() })
}
