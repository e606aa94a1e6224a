package main

var a [1 << 62]int

func main() { println(len(a)) }
