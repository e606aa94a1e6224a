package main

var r = 'ab' // ERROR "more than one character in rune literal"
var e = '' // ERROR "empty rune literal or unescaped '"
var q = "\q" // ERROR "unknown escape"

func main() {}
