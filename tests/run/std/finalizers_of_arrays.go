package main

import (
	"fmt"
	"runtime"
)

func main() {
	bytes, words := new([64]byte), new([2]string)
	runtime.SetFinalizer(bytes, func(*[64]byte) {})
	runtime.SetFinalizer(words, func(*[2]string) {})
	bytes[63], words[1] = 7, "kept"
	fmt.Println(bytes[63], len(bytes), *words)
	runtime.SetFinalizer(bytes, nil)
}
