package main

import "unsafe"

type A struct{ b *B } // ERROR "invalid recursive type A"
type B struct{ n [unsafe.Sizeof(A{})]int }

type C map[string]D // ERROR "invalid recursive type C"
type D [unsafe.Sizeof(C{})]int

type E interface{ m() F } // ERROR "invalid recursive type E"
type F [unsafe.Sizeof(e)]int

var e E

type G struct { // ERROR "invalid recursive type G"
	h *H
	n int
}
type H [length]int

const length = unsafe.Offsetof(G{}.n)

type I struct{ j func(J) } // ERROR "invalid recursive type I"
type J [unsafe.Sizeof(makeI())]int

func makeI() I { return I{} }

type _ K
type K = L // ERROR "invalid recursive type K"
type L [unsafe.Sizeof(K{})]int

// The size of a pointer, slice or function does not depend on what it leads to.
type M struct{ n *N }
type N [unsafe.Sizeof([]M{}) + unsafe.Sizeof(makeM)]int

func makeM() *M { return nil }

// The declaration of P is complete when that of O goes on.
type O struct{ n [unsafe.Sizeof(P{})]int }
type P struct{ o *O }

func main() {}
