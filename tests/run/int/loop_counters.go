// Loops with counters of different types and directions.
package main

import "fmt"

func main() {
	n := 0
	for i := uint8(250); i >= 250; i++ {
		n++
	}
	fmt.Println(n)
	for i := int8(125); i > 0; i++ {
		n++
	}
	fmt.Println(n)
	for i := uint(3); i < 4; i-- {
		n++
	}
	fmt.Println(n)
	for i := 10; i > 0; i /= 2 {
		fmt.Print(i, " ")
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	for i := int64(1); i > 0; i *= 10 {
		n++
	}
	fmt.Println(n)
	for f := 0.0; f < 1; f += 0.25 {
		fmt.Print(f, " ")
	}
	for c := 'a'; c <= 'e'; c++ {
		fmt.Print(string(c))
	}
	fmt.Println()
}
