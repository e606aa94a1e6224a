// run

// A uint64 that fits a float32 keeps its value.
package main

import "fmt"

func id[T any](x T) T { return x }

type N1 float32

func main() {
	fmt.Println(float32(id(uint64(4))), N1(id(uint64(88))), float32(id(uint64(1<<63))), float32(id(uint64(1<<64-1))), float32(id(uint64(16777217))), float32(id(uint64(1<<40+1<<16+1))))
	fmt.Println(float32(id(int64(4))), float32(id(int64(-88))), float32(id(int64(-1<<63))), float32(id(int64(1<<63-1))), float32(id(int64(16777217))), float32(id(int64(1<<40+1<<16+1))), float32(id(int64(-9007199254740993))))
	fmt.Println(float32(id(uint(4))), float32(id(uint(1<<63+1<<39+1))), float64(id(uint64(1<<53+1))), float64(id(uint64(1<<64-1))), float64(id(int64(1<<53+1))))
}
