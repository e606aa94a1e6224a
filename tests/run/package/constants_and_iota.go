package main

import "fmt"

type flags uint8

const (
	a flags = 1 << iota
	b
	c
	all = a | b | c
)

const (
	x0, y0 = iota, iota * 10
	x1, y1
	_, _
	x3, y3
)

const (
	s1 = "s"
	s2
	n1 = iota
)

type unit struct{}

const big = 1 << 70 / 3

const typed int64 = 5

func (f flags) has(g flags) bool { return f&g != 0 }
func (f flags) String() string {
	out := ""
	for i, n := range []string{"a", "b", "c"} {
		if f.has(1 << i) {
			out += n
		}
	}
	return "{" + out + "}"
}

func main() {
	fmt.Println(a, b, c, all, all&^b, ^a, x1, y1, x3, y3, s2, n1)
	const local = len("four") * 2
	var arr [local]int
	fmt.Println(len(arr), big>>60, typed*2, 'x'-'a', 1.0<<3, "con"+"cat", 5.0/2, 7/2*2.0)
	const m = -5 % 3
	fmt.Println(m, -5/3, 1e3, 0x1p4, 0b1010, 0o17, 1_000_000, 'a', '\x41', "\u00e9")
	var f32 float32 = 1 << 24
	var u8 = uint8(255)
	fmt.Println(f32+1, u8+1, ^uint8(1), -(-128), 3&^1, 6^3)
}
