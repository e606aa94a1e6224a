package main

var a [len(a)]int

func main() {}
