package main

import "os"

func (int) m() {} // ERROR "cannot define new methods on non-local type int"
func (x *os.File) m() {} // ERROR "cannot define new methods on non-local type os.File"
func (x undefinedT) m() {} // ERROR "undefined: undefinedT"

type p *int

func (p) m() {} // ERROR "invalid receiver type p (pointer or interface type)"

type i interface{ f() }

func (i) m() {} // ERROR "invalid receiver type i (pointer or interface type)"

type t struct{}

func (t) value()    {}
func (*t) pointer() {}

func main() {
	t{}.value()
	t{}.pointer() // ERROR "cannot call pointer method pointer on t"
	t.pointer(t{}) // ERROR "invalid method expression t.pointer (needs pointer receiver (*t).pointer)"
	var x **t
	x.value() // ERROR "x.value undefined (type **t has no field or method value)"
	var y *i
	y.f() // ERROR "y.f undefined (type *i is pointer to interface, not interface)"
	t{}.value // ERROR "t{}.value (value of type func()) is not used"
}
