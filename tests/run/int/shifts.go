// Shift counts may exceed the width; shifting a negative number right keeps its sign.
package main

import "fmt"

func main() {
	x := 1
	for _, n := range []uint{0, 1, 31, 32, 52, 53, 62, 63, 64, 100} {
		fmt.Println(n, x<<n, -x<<n, (1<<62)>>n, -(1<<62)>>n, uint32(1)<<n, uint64(1)<<n, int8(-128)>>n, uint8(255)>>n, int32(-5)>>n, uint64(1<<63)>>n)
	}
	var s int8 = 3
	fmt.Println(s<<5, s<<6, s<<7, s<<8)
	y := 0x7fffffffffffffff
	y <<= 1
	fmt.Println(y)
	y >>= 3
	fmt.Println(y)
}
