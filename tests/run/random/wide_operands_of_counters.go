// run

// The quotient by a wide constant is small, yet the constant is no JavaScript number.
package main

import "fmt"

func id[T any](x T) T { return x }

func main() {
	for i := 4; i >= 0; i -= 2 {
		fmt.Println(i/9223372036854775807, i%9223372036854775807, i+9223372036854775807, i*9223372036854775807, i-9223372036854775807)
		fmt.Println(i|9223372036854775807, i^9223372036854775807, i&9223372036854775807, i&^9223372036854775807, i/-9223372036854775808, i < 9223372036854775807)
		fmt.Println(i>>(id(uint64(5))&31), i>>(id(uint64(1))&3), i<<(id(uint64(1))&31), i>>(id(uint64(1<<63))))
		fmt.Println(uint8(i)>>(id(uint64(1))&7), uint8(i)<<(id(uint64(1))&7), uint32(i)>>(id(uint64(1))&7), int32(i)>>(id(uint64(1))&7))
		fmt.Println(int32(i)>>(id(uint64(1))), uint32(i)>>(id(int64(1))&7), int64(id(int8(63))>>0)/9223372036854775807)
	}
	var k [3]int
	for i := range k {
		k[i] = i / 9223372036854775807
		k[i] = i / 9007199254740993
		k[i] += i % 9007199254740993
	}
	n := len(k)
	fmt.Println(n/9223372036854775807, n%(1<<60), n/(1<<60), n>>id(uint64(1)), n>>(id(uint64(1))&31))
}
