package main

var a int8 = 128 // ERROR "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)"
var b uint = -1 // ERROR "cannot use -1 (untyped int constant) as uint value in variable declaration (overflows)"
var c int = 1.5 // ERROR "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)"
var d = int8(1000) // ERROR "constant 1000 overflows int8"
var e = 1 << 64 // ERROR "cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in variable declaration (overflows)"
var f byte = 'é' + 100 // ERROR "cannot use 'é' + 100 (untyped rune constant 333) as byte value in variable declaration (overflows)"
var g = 10 / 0 // ERROR "invalid operation: division by zero"
var h = uint8(255) + 1 // ERROR "uint8(255) + 1 (constant 256 of type uint8) overflows uint8"
var i = [2]int{1, 2, 3} // ERROR "index 2 is out of bounds (>= 2)"
var k = "abc"[5] // ERROR "invalid argument: index 5 out of bounds [0:3]"

func main() {}
