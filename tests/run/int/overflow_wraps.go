// Arithmetic on int wraps at 64 bits; values beyond 2^53 are exact.
package main

import "fmt"

func main() {
	var a int = 1<<63 - 1
	a++
	fmt.Println(a, a-1)
	b := 1 << 62
	fmt.Println(b+b, b*2, b*4, -b-b)
	c := 9007199254740991
	for range 3 {
		c += 1
		fmt.Println(c)
	}
	d := 3037000500
	fmt.Println(d*d, d*d*d, (d+1)*(d-1))
	var m int64 = -1 << 63
	fmt.Println(-m, m/-1, m%-1, m*m)
}
