package main

func main() {
rows:
	for i := range 3 {
		for j := range 3 {
			if j == 2 {
				continue rows
			}
			if i == 2 {
				break rows
			}
			println(i, j)
		}
	}
	n := 0
again:
	n++
	if n < 3 {
		goto again
	}
	println(n)
}
