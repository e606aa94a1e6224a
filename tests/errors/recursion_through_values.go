package main

import "unsafe"

// Types and values that depend on each other.

type A [len(a)]int // ERROR "invalid recursive type A"

var a A

type B struct { // ERROR "invalid recursive type B"
	_ [unsafe.Sizeof(b)]byte
}

var b B

var c C // ERROR "invalid cycle in declaration of c"

type C [uintptr(unsafe.Sizeof(&c))]byte

var d int = int(unsafe.Sizeof(D{})) // ERROR "invalid cycle in declaration of d"

type D [unsafe.Sizeof(d)]int

// Values whose size depends on the declaration around them.

type E struct { // ERROR "invalid recursive type E"
	f F
}
type F [unsafe.Sizeof(E{}.f)]int

type G struct { // ERROR "invalid recursive type G"
	f H
}
type H [unsafe.Sizeof(new(G).f)]int

type M [unsafe.Sizeof((*new(map[int]M))[42])]int // ERROR "invalid recursive type: M refers to itself"

// Constants that depend on themselves by way of a function.

const k = unsafe.Sizeof(func() { _ = k }) // ERROR "initialization cycle: k refers to itself"

const m = unsafe.Sizeof(func() { n() }) // ERROR "initialization cycle for m"

func n() { _ = m }

// None of these depends on itself.

type I [unsafe.Sizeof(func(i I) {})]int

func j() [unsafe.Sizeof(j)]int { panic(0) }

func main() {
	type local chan [unsafe.Sizeof(func(ch local) { _ = <-ch })]byte
	_ = j
}

// What is not known has been reported already.

type U undefined // ERROR "undefined: undefined"

type V struct{ w W } // ERROR "invalid recursive type V"
type W struct{ v V }

var _ = U(0) // ERROR "cannot convert 0 (untyped int constant) to type U"
var _ = V(0)
var _ = new(V).w.v.missing
