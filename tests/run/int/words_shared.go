// run

// uint64 fields, parameters and results may be held as two words; nobody can tell.
package main

import (
	"errors"
	"fmt"
	"math/bits"
)

type xorshift struct{ s uint64 }

func (x *xorshift) next() uint64 {
	x.s ^= x.s << 13
	x.s ^= x.s >> 7
	x.s ^= x.s << 17
	return x.s
}

func (x *xorshift) float() float64 { return float64(x.next()>>11) / (1 << 53) }

func (x *xorshift) intn(n int) int { return int(x.next() % uint64(n)) }

type splitmix struct {
	State uint64
	count int
}

func (r *splitmix) next() uint64 {
	r.count++
	r.State += 0x9e3779b97f4a7c15
	return mix(r.State)
}

func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

type pcg struct{ hi, lo uint64 }

func (p *pcg) step() uint64 {
	hi, lo := bits.Mul64(p.lo, 0x5851f42d4c957f2d)
	lo, c := bits.Add64(lo, 1442695040888963407, 0)
	p.hi, _ = bits.Add64(hi+p.hi*3, 7, c)
	p.lo = lo
	return bits.RotateLeft64(p.hi^p.lo, int(p.hi>>58))
}

type xoshiro struct{ a, b, c, d uint64 }

func rotl(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }

func (x *xoshiro) next() uint64 {
	result := rotl(x.b*5, 7) * 9
	t := x.b << 17
	x.c ^= x.a
	x.d ^= x.b
	x.b ^= x.c
	x.a ^= x.d
	x.c ^= t
	x.d = rotl(x.d, 45)
	return result
}

type game struct {
	xorshift
	name string
	seen map[uint64]int
}

func fnv(h uint64, text string) uint64 {
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

var trace []uint64

func noted(x uint64) uint64 {
	trace = append(trace, x)
	return x * 3
}

func three(a uint64, b string, c uint64, d uint64) uint64 {
	return a<<1 ^ fnv(c, b) ^ d>>1
}

func gcd(a, b uint64) uint64 {
	if b == 0 {
		return a
	}
	return gcd(b, a%b)
}

func choose(x uint64) (r uint64, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = errors.New(fmt.Sprint(e))
			r ^= 1
		}
	}()
	r = x * 0x9e3779b97f4a7c15
	if x%2 == 1 {
		panic("odd")
	}
	return r >> 3, nil
}

func quotient(a, b uint64) uint64 { return a*7/b ^ a }

func main() {
	x := &xorshift{88172645463325252}
	sum, odd := uint64(0), 0
	for i := 0; i < 1000; i++ {
		sum += x.next() % 1000
		if x.next()&1 == 1 {
			odd++
		}
	}
	fmt.Println(sum, odd, x.s, *x, x.float(), x.intn(1000), uint32(x.next()), int64(x.next()))

	r := splitmix{State: 42}
	for range 10 {
		sum ^= r.next()
	}
	copied := r
	fmt.Println(sum, r, copied == r)
	fmt.Println(copied.next() == r.next(), copied.next() == r.State)
	fmt.Println(copied == r, copied, r)
	p := pcg{1, 2}
	for range 5 {
		sum += p.step()
	}
	fmt.Println(sum, p, p.hi > p.lo, max(p.hi, p.lo) == p.lo)
	xo := xoshiro{1, 2, 3, 4}
	for range 20 {
		sum ^= xo.next()
	}
	fmt.Printf("%d %x %+v\n", sum, sum, xo)

	ga := game{xorshift: xorshift{7}, name: "g", seen: map[uint64]int{}}
	for range 6 {
		ga.seen[ga.next()&3]++
	}
	gb := ga
	gb.s++
	fmt.Println(ga.s, gb.s, ga.xorshift == gb.xorshift, len(ga.seen), ga.name)
	keys := map[xorshift]string{ga.xorshift: "a", {3}: "three"}
	fmt.Println(keys[ga.xorshift], keys[xorshift{3}], keys[gb.xorshift] == "")
	ptr := &ga.s
	*ptr += 5
	fmt.Println(ga.s, *ptr == ga.s)

	fmt.Println(three(noted(1), fmt.Sprint(noted(2)), noted(3), noted(4)), trace, gcd(1<<40*9, 1<<38*21))
	fmt.Println(fnv(14695981039346656037, "hello, words"), quotient(1<<63, 3))
	fmt.Println(choose(2))
	fmt.Println(choose(3))
	var none *xorshift
	func() {
		defer func() { fmt.Println(recover()) }()
		none.s ^= none.s << 1
		fmt.Println(none.next())
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(quotient(1, x.s-x.s))
	}()
	zero := xorshift{}
	zero.next()
	zero.s--
	fmt.Println(zero.s, zero.s>>1 == 1<<63-1, zero.s == ^uint64(0), -zero.s)
	zero.s /= 3
	zero.s %= 1000003
	zero.s <<= 50
	zero.s &^= 1 << 51
	fmt.Println(zero.s, float32(zero.s), float64(zero.s))
}
