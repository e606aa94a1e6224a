package main

type Inner struct{ A, B int }

type Outer struct {
	Inner
	*Pointed
}

type Pointed struct{ C int }

func (Inner) Method() {}

func main() {
	_ = Outer{A: 1, B: 2}
	_ = Outer{A: 1, A: 2} // ERROR "duplicate field name A in struct literal"
	_ = Outer{Inner: Inner{}, A: 1} // ERROR "cannot specify promoted field A and enclosing embedded field Inner"
	_ = Outer{A: 1, Inner: Inner{}} // ERROR "cannot specify embedded field Inner and enclosed promoted field A"
	_ = Outer{C: 1} // ERROR "invalid implicit pointer indirection to reach C"
	_ = Outer{D: 1} // ERROR "unknown field D in struct literal of type Outer"
	_ = Outer{Inner.A: 1} // ERROR "invalid field name Inner.A in struct literal"
}
