// run

// Constants that fit in 64 bits are divided there: the least one by -1 is itself.
package main

import "fmt"

const least int64 = -1 << 63
const quotient = least / -1
const untyped = (-1 << 63) / -1
const wide = (-1 << 64) / -1

func main() {
	fmt.Println(quotient, untyped, uint64(wide>>1), least%-1)
	fmt.Println(untyped/2.0, float64(untyped), (-1<<63)/-1.0)
	x := least
	fmt.Println(x/-1, x%-1, -x)
}
