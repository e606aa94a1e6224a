package main

type t struct{ constructor, then int }

func delete_(new, class int) int { return new + class }

func main() {
	var this, await, arguments = 1, 2, 3
	x := t{constructor: this, then: await}
	println(delete_(x.constructor, x.then), arguments)
	for x := 0; x < 1; x++ {
		x := x + 1
		println(x)
	}
}
