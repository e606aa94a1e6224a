// Conversions between integer types truncate or extend the sign.
package main

import "fmt"

func main() {
	for _, x := range []int{0, -1, 127, 128, 255, 256, 65535, 1 << 31, -1 << 31, 1<<53 + 1, -1 << 63, 1<<63 - 1} {
		fmt.Println(int8(x), uint8(x), int16(x), uint16(x), int32(x), uint32(x), int64(x), uint64(x), uint(x), uintptr(x))
	}
	var u uint64 = 1<<64 - 2
	fmt.Println(int(u), int32(u), uint32(u), int8(u), uint(u), float64(u))
	f := 3.99
	fmt.Println(int(f), int(-f), int8(f), uint8(f), int64(1e18), uint64(1e19))
	fmt.Println(float32(16777217), float64(1<<53+1), float64(-7))
	var i8 int8 = -3
	fmt.Println(uint32(i8), uint64(i8), uint(i8), int(i8))
}
