// Hash functions on 32 and 64 bits, as written in Go.
package main

import "fmt"

func fnv32(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return h
}

func djb2(s string) int {
	h := 5381
	for _, c := range []byte(s) {
		h = h*33 + int(c)
	}
	return h
}

func murmurMix(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	k *= 0xc4ceb9fe1a85ec53
	k ^= k >> 33
	return k
}

func crc32(data []byte) uint32 {
	crc := ^uint32(0)
	for _, b := range data {
		crc ^= uint32(b)
		for range 8 {
			if crc&1 == 1 {
				crc = crc>>1 ^ 0xedb88320
			} else {
				crc >>= 1
			}
		}
	}
	return ^crc
}

type rng struct{ state uint64 }

func (r *rng) next() uint32 {
	old := r.state
	r.state = old*6364136223846793005 + 1442695040888963407
	x := uint32(((old >> 18) ^ old) >> 27)
	rot := uint32(old >> 59)
	return x>>rot | x<<((-rot)&31)
}

func main() {
	fmt.Println(fnv32("hello"), djb2("hello world, this is a long string"), murmurMix(12345), crc32([]byte("123456789")))
	r := rng{42}
	for range 5 {
		fmt.Print(r.next(), " ")
	}
	fmt.Println()
	x := int64(88172645463325252)
	for range 3 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		fmt.Print(x, " ")
	}
	fmt.Println()
}
