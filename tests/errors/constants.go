package main

var v = 1

const a = v // ERROR "v (variable of type int) is not constant"
const b []int = nil // ERROR "invalid constant type []int"
const c = f() // ERROR "f() (value of type int) is not constant"
const d int = "s" // ERROR "(untyped string constant) as int value in constant declaration"
const e // ERROR "missing init expr for e"
const g, h = 1 // ERROR "missing init expr for h"
const i = 1, 2 // ERROR "extra init expr 2"

func f() int { return 1 }

var arr [v]int // ERROR "invalid array length v"
var neg [-1]int // ERROR "invalid array length -1 (untyped int constant)"

func main() {}
