package main

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func main() {
	next := counter()
	next()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i * next() })
	}
	for _, f := range fs {
		println(f())
	}
}
