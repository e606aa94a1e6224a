// run

// The method that is to give the text of a panic's value panics.
package main

type Bad struct{}

func (Bad) Error() string { panic("in Error") }

func main() { panic(Bad{}) }
