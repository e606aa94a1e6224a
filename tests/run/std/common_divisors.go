package main

import (
	"fmt"
	"math/big"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(1))
	sum := new(big.Int)
	num := func(bits int) *big.Int {
		n := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(1+r.Intn(bits))))
		if r.Intn(3) == 0 {
			n.Neg(n)
		}
		return n
	}
	for i := 0; i < 600; i++ {
		bits := []int{64, 130, 300, 2000}[i%4]
		a, b, c := num(bits), num(bits), num(bits)
		if i%3 == 0 {
			a.Mul(a, c)
			b.Mul(b, c)
		}
		if i%17 == 0 {
			b.Set(a)
		}
		if i%19 == 0 {
			b.Mul(a, big.NewInt(int64(i)))
		}
		x, y := new(big.Int), new(big.Int)
		g := new(big.Int).GCD(x, y, a, b)
		h := new(big.Int).GCD(nil, nil, a, b)
		if g.Cmp(h) != 0 {
			fmt.Println("differ", a, b)
		}
		t := new(big.Int).Add(new(big.Int).Mul(a, x), new(big.Int).Mul(b, y))
		if t.Cmp(g) != 0 && i < 100 {
			fmt.Println("identity", a, b, x, y, g)
		}
		if i%100 == 0 {
			fmt.Println(g, x, y)
		}
		sum.Add(sum, x).Sub(sum, y).Xor(sum, g)
		new(big.Int).GCD(nil, a, b, a)
		sum.Xor(sum, a)
		if b.Sign() == 0 {
			continue
		}
		m := new(big.Int).ModInverse(c, b)
		if m != nil {
			sum.Add(sum, m)
		}
	}
	fmt.Println(sum)
	q := big.NewRat(1, 1)
	for i := int64(1); i < 300; i++ {
		q.Add(q, big.NewRat(1, i*i))
		if i%3 == 0 {
			q.Mul(q, big.NewRat(i, i+7))
		}
	}
	fmt.Println(q)
}
