package main

type A struct{ b B } // ERROR "invalid recursive type A" "A refers to B"
type B struct{ a A } // ERROR "B refers to A"

type C [2]C // ERROR "invalid recursive type: C refers to itself"

type D struct{ d *D }

var x = y // ERROR "initialization cycle for x" "x refers to y"
var y = x // ERROR "y refers to x"

type E interface{ E } // ERROR "invalid recursive type: E refers to itself"

const c = d // ERROR "initialization cycle for c" "c refers to d"
const d = c // ERROR "d refers to c"

func main() {}
