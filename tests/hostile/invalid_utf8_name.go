package main

var Ã( = 1
func main() {}
