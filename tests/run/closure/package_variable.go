// A function literal that is the value of a package variable has locals whose address may be taken.
package main

import "fmt"

type pool struct{ get func() any }

var buffers = pool{get: func() any {
	b := make([]byte, 3, 10)
	return &b
}}

var counter = func() func() *int {
	n := 3
	return func() *int { n++; return &n }
}

func main() {
	fmt.Println(len(*buffers.get().(*[]byte)))
	next := counter()
	p := next()
	*p = 10
	fmt.Println(*next(), *p)
}
