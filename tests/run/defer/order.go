// Deferred calls run last in, first out; arguments are evaluated at the defer statement.
package main

import "fmt"

type t struct{ n int }

func (x t) show()   { fmt.Print("value", x.n, " ") }
func (x *t) point() { fmt.Print("pointer", x.n, " ") }

func results() (n int, err error) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4, nil
}

func plain() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func loop() {
	for i := range 3 {
		defer fmt.Print(i, " ")
	}
}

func main() {
	n := 1
	defer fmt.Println("deferred n", n)
	n = 2
	x := t{5}
	defer x.show()
	defer x.point()
	x.n = 6
	fmt.Println(results())
	fmt.Println(plain())
	loop()
	fmt.Println()
	func() {
		defer func() { fmt.Println("inner deferred") }()
		fmt.Println("inner")
	}()
	f := func(s string) { fmt.Println("f", s) }
	defer f("first")
	f = func(s string) { fmt.Println("other", s) }
	defer f("second")
	m := map[string]int{"a": 1}
	defer delete(m, "a")
	defer func() { fmt.Println(len(m)) }()
}
