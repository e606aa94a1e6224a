package main

func multiply(a, b, c [][]float64, n int) {
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			sum := 0.0
			for k := 0; k < n; k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
}

func checksum(key string, n int) int {
	sum := 0
	for i := 0; i < n; i++ {
		sum = (sum + int(key[i%len(key)])) % 255
	}
	return sum
}

func main() {
	multiply(nil, nil, nil, 0)
	println(checksum("gopher", 100))
}
