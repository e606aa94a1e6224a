// Bit operations work on all 64 bits of negative and large operands.
package main

import "fmt"

func main() {
	a, b := -1, 1<<40|5
	fmt.Println(a&b, a|b, a^b, a&^b, ^a, ^b)
	c := -1 << 45
	fmt.Println(c&0xff00000000000, c|7, c^c, c&^(1<<50), b&7, b|1<<55)
	var u uint = 1<<63 | 1
	fmt.Println(u&u, u|2, u^1, ^u, u&^1)
	var u8 uint8 = 0x5a
	fmt.Println(^u8, u8&0xf, u8|0x81, u8^0xff, u8&^0x10)
	var i32 int32 = -7
	fmt.Println(^i32, i32&0xff, i32|8, i32^-1)
	var u64 uint64 = 0xdeadbeefcafebabe
	fmt.Printf("%x %x %x %x\n", u64&0xffff, u64|1, ^u64, u64^0xffffffffffffffff)
}
