package main

var a = 08 // ERROR "invalid digit '8' in octal literal"
var b = 0x // ERROR "hexadecimal literal has no digits"
var c = 1__0 // ERROR "'_' must separate successive digits"
var d = 0b12 // ERROR "invalid digit '2' in binary literal"
var e = 1e // ERROR "exponent has no digits"

func main() {}
