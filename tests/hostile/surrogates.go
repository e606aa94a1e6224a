package main

func main() { println("\ud800") }
