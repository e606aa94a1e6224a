// An uncaught panic: text on stderr, exit code 2, deferred calls run.
package main

import "fmt"

func main() {
	defer fmt.Println("deferred")
	fmt.Println("before")
	panic("something went wrong")
}
