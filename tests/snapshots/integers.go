package main

func mix(a, b int, u uint32, w uint64) (int, uint32, uint64) {
	a = a*b + a/b - a%b
	u = u<<5 ^ u>>3 + u*31
	w = w*6364136223846793005 + 1
	return a << 3, u, w
}

func main() {
	println(mix(7, 2, 0xdeadbeef, 1<<63))
	var small int8 = 100
	small += 100
	println(small, uint8(small), -small)
}
