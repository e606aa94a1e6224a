package p

type T[P any] struct{}

var a T[1]                       // ERROR "unexpected literal 1, expected type"
var b T[a+b]                     // ERROR "unexpected +, expected ]"
var c []T["x"]                   // ERROR "expected type"
var d = &([10]bool[1]{})         // ERROR "unexpected literal 1, expected type" "bool is not a generic type"
var e T[int, 2]                  // ERROR "unexpected literal 2, expected ]"
var f T[f()]                     // ERROR "unexpected (, expected ]"
var g T[T{}]                     // ERROR "unexpected {, expected ]"
var h T[(1)]                     // ERROR "unexpected literal 1, expected type"
var i T[-1]                      // ERROR "unexpected -, expected type"
var k T[a.b.c]                   // ERROR "unexpected ., expected ]"
var l T[func() {}]               // ERROR "unexpected {, expected ]"
var x T[x.(int)]                 // ERROR "unexpected (, expected name"

type n struct{ *T[1] } // ERROR "unexpected literal 1, expected type"

func s(x [1]T[2]) T[int] { return T[int]{} } // ERROR "unexpected literal 2, expected type"
