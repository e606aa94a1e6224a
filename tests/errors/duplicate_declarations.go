package main

type T struct {
	a int
	a string // ERROR "a redeclared"
}

func (T) m() {}
func (T) m() {} // ERROR "method T.m already"

func (T) a() {} // ERROR "field and method with the same name a"

func f() {}
func f() {} // ERROR "f redeclared in this block"

var x, x int // ERROR "x redeclared in this block"

func g(p int, p string) {} // ERROR "p redeclared in this block"

type I interface {
	m()
	m() // ERROR "duplicate method m"
}

func main() {
	a := 1
	var a int // ERROR "a redeclared in this block"
	_ = a
	_ = map[string]int{"k": 1, "k": 2} // ERROR "in map literal"
	_ = []int{0: 1, 0: 2} // ERROR "duplicate index 0 in array or slice literal"
	_ = T{a: 1, a: 2} // ERROR "duplicate field name a in struct literal"
	switch 1 {
	case 1:
	case 1: // ERROR "duplicate case 1 (constant of type int) in expression switch"
	}
}
