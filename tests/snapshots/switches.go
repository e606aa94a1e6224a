package main

func kind(n int, s string) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0, s == "":
		return "zero"
	}
	switch n {
	case 1, 2:
		s += "few"
		fallthrough
	case 3:
		s += "!"
	default:
		s += "many"
	}
	return s
}

func main() {
	println(kind(-1, "a"), kind(1, "b"), kind(9, "c"))
}
