package main

var a = []int{1 << 50: 1}

func main() { println(len(a)) }
