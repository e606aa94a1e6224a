package main

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type circle int

func (c circle) area() int { return 3 * int(c) * int(c) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nothing"
	case string:
		return x
	case shape:
		return "shape"
	case *square:
		return "pointer"
	}
	return "?"
}

func main() {
	total := 0
	for _, s := range []shape{square{2}, circle(1), &square{3}} {
		total += s.area()
	}
	println(total, describe(circle(2)), describe("text"), describe(nil))
}
