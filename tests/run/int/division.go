// Division truncates towards zero, the remainder has the sign of the dividend.
package main

import "fmt"

func main() {
	for _, a := range []int{7, -7, 0, 1 << 60, -1 << 60} {
		for _, b := range []int{2, -2, 3, -3, 1 << 40} {
			fmt.Print(a/b, " ", a%b, " ")
		}
		fmt.Println()
	}
	var x int8 = -128
	fmt.Println(x/-1, x%-1, -x)
	var y int32 = -1 << 31
	fmt.Println(y/-1, y%-1, -y)
	var u uint32 = 4000000000
	fmt.Println(u/3, u%7, u/u)
	var w uint64 = 1<<64 - 1
	fmt.Println(w/10, w%10)
	var v uint = 1<<64 - 1
	fmt.Println(v/10, v%10)
}
