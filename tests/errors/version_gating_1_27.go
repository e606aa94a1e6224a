//go:build go1.26

package main

type Inner struct{ A, B int }

type Outer struct {
	Inner
	*Pointed
}

type Pointed struct{ C int }

func (Outer) m[P any]() {} // ERROR "generic method requires go1.27 or later (file declares //go:build go1.26)"

func main() {
	_ = Outer{A: 1} // ERROR "use of promoted field Inner.A in struct literal of type Outer requires go1.27 or later (file declares //go:build go1.26)"
}
