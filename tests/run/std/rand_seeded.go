// Numbers of math/rand with a seed are those of Go.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	for _, seed := range []int64{1, 42, 0, -5, 1 << 60, 2147483647} {
		r := rand.New(rand.NewSource(seed))
		fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(1000), r.Int63n(1<<62+5), r.Int31n(77), r.Int31n(64), r.Intn(100), r.Intn(1<<40), r.Float64(), r.Float32())
		fmt.Println(r.Perm(10))
		s := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		fmt.Println(s)
		b := make([]byte, 20)
		fmt.Println(r.Read(b))
		fmt.Println(b)
		n, e := 0.0, 0.0
		for range 20000 {
			n += r.NormFloat64()
			e += r.ExpFloat64()
		}
		fmt.Printf("%.6f %.6f\n", n, e)
		z := rand.NewZipf(r, 1.5, 2, 100)
		for range 10 {
			fmt.Print(z.Uint64(), " ")
		}
		h := uint32(0)
		for range 3000 {
			h = h*31 + uint32(r.Intn(1000)) + r.Uint32()
		}
		fmt.Println(h)
	}
	fmt.Println(rand.Intn(1), len(rand.Perm(5)), rand.Float64() < 1)
}
