package main

const c = 1 << 1000000000

func main() { println(c) }
