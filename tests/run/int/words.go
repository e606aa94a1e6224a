// run

// Arithmetic on all 64 bits within a function: hashes, generators, bit tricks, on every 64-bit kind.
package main

import "fmt"

func fnv1a(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h ^= uint64(s[i])
		h *= 1099511628211
	}
	return h
}

func polynomial(s string) int {
	h := 0
	for i := 0; i < len(s); i++ {
		h = h*31 + int(s[i])
	}
	if h < 0 {
		h = -h
	}
	return h
}

func djb2(s string) (h int64) {
	x := int64(5381)
	for _, c := range []byte(s) {
		x = x<<5 + x + int64(c)
	}
	return x
}

func splitmix(seed uint64, n int) (sum uint64) {
	state := seed
	for i := 0; i < n; i++ {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		sum ^= z ^ z>>31
	}
	return sum
}

func xorshift(n int) (last int64, small int) {
	x := int64(-88172645463325252)
	for i := 0; i < n; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		small += int(x&1023) - int(uint8(x))
	}
	return x, small
}

func lcg(n int) (x int, high uint32, f float64) {
	v := 1
	for i := 0; i < n; i++ {
		v = v*6364136223846793005 + 1442695040888963407
		high += uint32(v >> 33)
		f += float64(v)
	}
	return v, high, f
}

func crc(data []byte) uint64 {
	const poly = 0xc96c5795d7870f42
	crc := ^uint64(0)
	for _, b := range data {
		crc ^= uint64(b)
		for k := 0; k < 8; k++ {
			if crc&1 == 1 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
	}
	return ^crc
}

func rotations(x uint64) (out [6]uint64) {
	v := x
	for i := uint(0); i < 6; i++ {
		v = v<<(i*13) | v>>(64-i*13)
		v += 1 << i
		out[i] = v
	}
	return out
}

func siphash(k0, k1 uint64, rounds int) uint64 {
	v0, v1 := k0^0x736f6d6570736575, k1^0x646f72616e646f6d
	v2, v3 := k0^0x6c7967656e657261, k1^0x7465646279746573
	for i := 0; i < rounds; i++ {
		v0 += v1
		v1 = v1<<13 | v1>>51
		v1 ^= v0
		v0 = v0<<32 | v0>>32
		v2 += v3
		v3 = v3<<16 | v3>>48
		v3 ^= v2
		v0 += v3
		v3 = v3<<21 | v3>>43
		v3 ^= v0
		v2 += v1
		v1 = v1<<17 | v1>>47
		v1 ^= v2
		v2 = v2<<32 | v2>>32
	}
	return v0 ^ v1 ^ v2 ^ v3
}

func popcount(words []uint64) (n uint64) {
	for _, w := range words {
		x := w
		x = x - x>>1&0x5555555555555555
		x = x&0x3333333333333333 + x>>2&0x3333333333333333
		x = (x + x>>4) & 0x0f0f0f0f0f0f0f0f
		n += x * 0x0101010101010101 >> 56
	}
	return n
}

func compared(x uint64) (text string) {
	a, b := x, ^x
	for i := 0; i < 8; i++ {
		a = a*0x5851f42d4c957f2d + 1
		b = b ^ b<<9 ^ b>>5
		if a < b {
			text += "<"
		} else if a == b {
			text += "="
		} else {
			text += ">"
		}
		if a >= 1<<63 && b > 1<<32 || a != b-1 && b <= 77 {
			text += "!"
		}
		text += fmt.Sprint(a%1000, b%97, a/3%10, int8(a), uint16(b), int32(a), uint32(b)&0xfff, " ")
	}
	return text
}

func signed(n int) (out []int64) {
	x := int64(-1)
	for i := 0; i < n; i++ {
		x = x*1103515245 - int64(i)
		y := x >> 40
		x &^= 0x7f00
		if x < 0 {
			x = -x ^ y
		}
		out = append(out, x, x%1000, x/7, ^x)
	}
	return out
}

func panics(n int) {
	defer func() { fmt.Println(recover()) }()
	h := uint64(1)
	for i := 0; i < 3; i++ {
		h = h*1099511628211 ^ h>>7
		h <<= n
	}
	fmt.Println(h)
}

func lower(a, b int, u uint64) []any {
	out := []any{}
	for i := 0; i < 3; i++ {
		a = a*31 + b
		out = append(out, uint32(a*b+i), int32(a*a-b), uint8(a*7), (a*1103515245+12345)&0x7fffffff, (a*b)&0xffffffff,
			uint32(u*u+uint64(i)), uint16(uint8(a*3))*3, (a*65599+b)&1023)
		u = u*u + 1
	}
	return out
}

func main() {
	for _, s := range []string{"", "a", "the quick brown fox jumps over the lazy dog", "\x00\xff\xfe"} {
		fmt.Println(fnv1a(s), polynomial(s), djb2(s), crc([]byte(s)))
	}
	fmt.Println(splitmix(0, 1), splitmix(1<<64-1, 100), splitmix(42, 1000))
	fmt.Println(xorshift(1))
	fmt.Println(xorshift(1000))
	fmt.Println(lcg(1))
	fmt.Println(lcg(100))
	fmt.Println(rotations(1), rotations(0xfedcba9876543210))
	fmt.Println(siphash(0x0706050403020100, 0x0f0e0d0c0b0a0908, 10))
	fmt.Println(popcount([]uint64{0, 1, 1<<64 - 1, 0x8100000000000081, 1 << 53}))
	fmt.Println(compared(0), compared(1<<63), compared(0x123456789abcdef))
	fmt.Println(signed(5))
	panics(1)
	panics(70)
	panics(-1)
	fmt.Println(lower(3, 5, 7), lower(-1<<62, 1<<61+1, 1<<63+3), lower(1<<53-1, -9007199254740993, 1<<32-1))
}
