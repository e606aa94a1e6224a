// The predeclared print and println write to standard error.
package main

type t struct{ n int }

func main() {
	println("text", 1, -5, true, 'x', 2.5, 1e100, float32(0.1), uint8(3), 1<<62, uint64(1<<64-1))
	print("a", 1, "b\n")
	var p *t
	var e error
	println(p == nil, e == nil, 3+4i)
	println()
}
