// run

// The signal is reported as long as the deferred call that has recovered it is in progress.
package main

import "fmt"

type C complex128

func main() {
	defer func() { panic(C(1 + 2i)) }()
	var e error
	defer func() {
		fmt.Println(recover())
		panic(nil)
	}()
	fmt.Println(e.Error())
}
