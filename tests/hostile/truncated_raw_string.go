package main

var s = `never closed

func main() {}
