package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for range 5 {
		n := r.Intn(100)
		if n < 0 || n >= 100 {
			fmt.Println("out of range", n)
		}
	}
	p := rand.Perm(10)
	seen := make([]bool, 10)
	for _, v := range p {
		seen[v] = true
	}
	fmt.Println(len(p), seen)
	f := rand.Float64()
	fmt.Println(f >= 0 && f < 1, rand.Intn(1), rand.Int63() >= 0)
	s := []int{1, 2, 3, 4}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s[0] + s[1] + s[2] + s[3])
}
