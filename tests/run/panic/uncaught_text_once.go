// run

// The method that gives the text of a panic's value is called once, first for the latest panic.
package main

import "fmt"

type E struct{ n int }

func (e *E) Error() string {
	fmt.Println("text of", e.n)
	e.n += 10
	return fmt.Sprint("E", e.n)
}

func main() {
	defer func() { panic(&E{2}) }()
	defer func() { panic(recover()) }()
	panic(&E{1})
}
