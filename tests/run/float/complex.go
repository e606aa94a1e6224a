// Complex numbers: arithmetic, parts, comparison and printing.
package main

import "fmt"

func main() {
	a := complex(1, 2)
	b := 3 - 4i
	fmt.Println(a+b, a-b, a*b, a/b, -a)
	fmt.Println(real(a), imag(b), a == b, a != b, a == 1+2i)
	var c complex64 = complex64(a)
	c *= c
	fmt.Println(c, real(c))
	fmt.Printf("%v %.2f %T %T\n", a, b, a, c)
	var zero complex128
	fmt.Println(zero, a/zero)
	m := map[complex128]string{a: "a", b: "b"}
	fmt.Println(m[1+2i], m[3-4i], len(m))
}
