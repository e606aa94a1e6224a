package main

type A struct{ b B } // ERROR "invalid recursive type A"
type B struct{ a A }

type C [2]C // ERROR "invalid recursive type: C refers to itself"

type D struct{ d *D }

var x = y // ERROR "initialization cycle for x"
var y = x

type E interface{ E } // ERROR "invalid recursive type: E refers to itself"

const c = d // ERROR "initialization cycle for c"
const d = c

func main() {}
