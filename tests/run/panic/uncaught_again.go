// run

// A use of nil that is recovered and used for another panic, while its deferred call is in progress.
package main

import "fmt"

type A struct{ *B }
type B struct{ x int }

func (b B) Get() int { return b.x }

func main() {
	var a A
	defer func() {
		fmt.Println(recover())
		f := a.Get
		f()
	}()
	a.Get()
}
