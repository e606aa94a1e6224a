package main

import "fmt"

type gen struct{ s uint64 }

func (x *gen) next() uint64 {
	x.s ^= x.s << 13
	x.s ^= x.s >> 7
	x.s ^= x.s << 17
	return x.s
}

// Sums of remainders by constants of every size that a pair of words takes, and of one beyond.
func sums(seed uint64, n int) (out [9]uint64) {
	g := gen{seed}
	for i := 0; i < n; i++ {
		x := g.next()
		if i%7 == 0 {
			x = ^(x & 7)
		}
		if i%11 == 0 {
			x &= 0xffffffff
		}
		out[0] += x % 1
		out[1] += x % 2
		out[2] = out[2]*31 + x%3
		out[3] = out[3]*31 + x%1000
		out[4] = out[4]*31 + x%65535
		out[5] = out[5]*31 + x%65536
		out[6] = out[6]*31 + x%65537
		out[7] = out[7]*31 + x%2097151
		out[8] = out[8]*31 + x%2097153
	}
	return
}

func power(b, e, m int) int {
	r := 1
	for b %= m; e > 0; e >>= 1 {
		if e&1 == 1 {
			r = r * b % m
		}
		b = b * b % m
	}
	return r
}

// Products that are taken modulo m at once, with moduli and signs on both sides of what is done with 32 bits.
func products(n int) (h int) {
	for _, m := range []int{1, 2, 3, 1000, 4095, 4096, 4097, 998244353, 1000000007, 1 << 30, 1<<30 + 1, 1<<31 - 1, 1<<31 + 11, 1 << 40, -7, -4096, -1000000007} {
		x, y := 1, 2147483647
		for i := 0; i < n; i++ {
			h = h*31 + x*y%m
			x = (x*48271 + i) & (1<<31 - 1)
			y = 1<<31 - 1 - x>>(i%31)
			if i%5 == 0 {
				y = -y
			}
			if i%17 == 0 {
				y <<= 20
			}
		}
	}
	return h
}

func main() {
	fmt.Println(sums(88172645463325252, 20000))
	fmt.Println(sums(1, 300))
	fmt.Println(power(3, 1000000005, 1000000007), power(5, 1<<40, 998244353), power(7, 123456789, 1<<30), power(7, 123456789, 4096))
	fmt.Println(products(3000))
	defer func() { fmt.Println(recover()) }()
	for m := 4100; ; m -= 100 {
		fmt.Println(power(12345, 67, m))
	}
}
