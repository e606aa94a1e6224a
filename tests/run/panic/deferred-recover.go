// run

// `defer recover()` recovers what the function that defers it may recover, unless a panic of its own makes the call.
package main

import "fmt"

func mustRecover(x interface{}) {
	fmt.Println("must", x, recover(), recover())
}
func test5() {
	defer fmt.Println("t5", recover())
	defer func() {
		defer recover()
	}()
	panic(5)
}
func test6() {
	defer mustRecover("nil")
	defer func() {
		defer recover() // like a normal call from this func; runs because mustRecover stops the panic
		defer mustRecover(3)
		panic(3)
	}()
	panic(2)
}
func test7() {
	defer mustRecover(2)
	defer func() {
		defer mustRecover(3)
		defer recover() // now a no-op, unlike in test6.
		panic(3)
	}()
	panic(2)
}
func test1() {
	defer mustRecover(1)
	defer func() {
		defer mustRecover(2)
		panic(2)
	}()
	panic(1)
}
func main() { test1(); test5(); test6(); test7() }
