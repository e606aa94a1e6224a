// Constant expressions are exact, whatever their size.
package main

import "fmt"

const (
	big   = 1 << 100
	small = big >> 98
	pi    = 3.14159265358979323846264338327950288419716939937510582097494459
)

type weekday int

const (
	sunday weekday = iota
	monday
	_
	wednesday
)

const (
	kb = 1 << (10 * (iota + 1))
	mb
	gb
)

const a, b = iota, "x"

func main() {
	fmt.Println(small, big/(1<<90), pi*1e10, wednesday, kb, mb, gb, a, b)
	const huge = 1e1000 / 1e997
	fmt.Println(huge, 'a'+1, 'a'*2.0, 7/2, 7/2.0, 1<<3.0)
	var f float32 = 1.0 / 3
	fmt.Println(f, 1.0/3, float32(0.1), 0.1+0.2)
	const c = 5 + 0i
	fmt.Println(int(c), len("héllo"), len([3]int{}))
	var r rune = 'é'
	var by byte = 'A' + 1
	fmt.Println(r, by, string(r))
}
