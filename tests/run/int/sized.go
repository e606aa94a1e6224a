// Sized integers wrap at their own width.
package main

import "fmt"

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8 = 250
	u8 += 10
	var i16 int16 = 32767
	i16 *= 3
	var u16 uint16 = 0
	u16--
	var i32 int32 = 2147483647
	i32 += 2
	var u32 uint32 = 1 << 31
	u32 *= 3
	fmt.Println(i8, u8, i16, u16, i32, u32)
	i32 = 123456789
	i32 *= i32
	u32 = 3000000000
	u32 *= u32
	fmt.Println(i32, u32)
	var u64 uint64 = 14695981039346656037
	for _, c := range []byte("hello") {
		u64 ^= uint64(c)
		u64 *= 1099511628211
	}
	fmt.Println(u64, u64>>33, u64<<7)
	var p uintptr = 1<<64 - 1
	p += 3
	fmt.Println(p)
}
