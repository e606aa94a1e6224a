// Numbers of math/rand/v2 with a seed are those of Go.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

func main() {
	var seed [32]byte
	copy(seed[:], "chacha8 seed for the test 123456")
	cc := rand.NewChaCha8(seed)
	for i, r := range []*rand.Rand{rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1<<63+5, 77)), rand.New(cc), rand.New(&rand.PCG{})} {
		fmt.Println(i, r.Int64(), r.Uint32(), r.Uint64(), r.Int32(), r.Int(), r.Uint(), r.Int64N(1000), r.Int64N(1<<62+5), r.Int32N(77), r.Int32N(64), r.IntN(100), r.IntN(1<<40), r.Float64(), r.Float32(), r.Uint32N(9), r.UintN(10), r.Uint64N(1<<63+1))
		fmt.Println(r.Perm(10))
		s := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
		fmt.Println(s)
		n, e := 0.0, 0.0
		for range 5000 {
			n += r.NormFloat64()
			e += r.ExpFloat64()
		}
		fmt.Printf("%.6f %.6f\n", n, e)
		z := rand.NewZipf(r, 1.5, 2, 100)
		for range 10 {
			fmt.Print(z.Uint64(), " ")
		}
		h := uint32(0)
		for range 1000 {
			h = h*31 + uint32(r.IntN(1000)) + r.Uint32()
		}
		fmt.Println(h)
	}
	b := make([]byte, 21)
	fmt.Println(cc.Read(b))
	fmt.Println(b)
	m, err := cc.MarshalBinary()
	fmt.Printf("%q %v\n", m, err)
	x, y := cc.Uint64(), cc.Uint64()
	var c2 rand.ChaCha8
	fmt.Println(c2.UnmarshalBinary(m), c2.Uint64() == x, c2.Uint64() == y, c2.UnmarshalBinary(nil))
	p := rand.NewPCG(3, 4)
	p.Uint64()
	m, err = p.MarshalBinary()
	fmt.Printf("%q %v %v\n", m, err, p.UnmarshalBinary(m[1:]))
	fmt.Println(rand.IntN(1), len(rand.Perm(5)), rand.Float64() < 1, rand.N(10*time.Second) < 10*time.Second)
}
