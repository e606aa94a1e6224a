package main

func main() { println("ÿþ") }
