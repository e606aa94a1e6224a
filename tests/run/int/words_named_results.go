// run

// Named results, of functions and of literals, that hash.
package main

import (
	"fmt"
	"sort"
	"strings"
)

// hashing closures and words in odd places
type H struct {
	state uint64
	hist  [4]uint64
}

func (h *H) mix(x uint64) (out uint64, ok bool) {
	defer func() { h.state = out }()
	out = h.state
	for range 3 {
		out ^= out << 13
		out ^= out >> 7
		out ^= out << 17
		out += x * 0x9E3779B97F4A7C15
	}
	return out, out&1 == 1
}

func named(x uint64) (a, b uint64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
			a ^= b
		}
	}()
	a, b = x, ^x
	for i := range 10 {
		a = a*6364136223846793005 + 1442695040888963407
		b = b<<5 | b>>59
		b ^= a
		if i == int(x) {
			var z uint64
			a /= z
		}
	}
	return a, b, nil
}

func closures() []func(uint64) uint64 {
	var fs []func(uint64) uint64
	for i := range 3 {
		acc := uint64(i) * 0x1234567890abcdef
		fs = append(fs, func(x uint64) (r uint64) {
			defer func() { acc = r }()
			r = acc ^ x
			for j := uint64(0); j < 4; j++ {
				r = r*1099511628211 ^ j
			}
			if r%3 == 0 {
				return
			}
			return r + 1
		}, func(y uint64) (_ uint64) { return y })
	}
	return fs
}

type rng func() (v uint64)

func newRng(seed uint64) rng {
	s := seed
	return func() (v uint64) {
		s += 0x9e3779b97f4a7c15
		v = s
		v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9
		v = (v ^ (v >> 27)) * 0x94d049bb133111eb
		v ^= v >> 31
		return
	}
}

func gen[T ~uint64 | ~int64](x T) (r T) {
	for range 5 {
		r = r*31 + x
		r ^= r >> 3
	}
	return
}

func sum(xs ...uint64) (t uint64) {
	for i, x := range xs {
		func() (q uint64) {
			q = x
			for range i {
				q = q*0x100000001b3 ^ t
			}
			t += q
			return
		}()
	}
	return
}

func iterSum(n int) (s uint64) {
	seq := func(y func(uint64) bool) {
		x := uint64(88172645463325252)
		for range n {
			x ^= x << 13
			x ^= x >> 7
			x ^= x << 17
			if !y(x) {
				return
			}
		}
	}
	for v := range seq {
		s = s*31 + v
		if s%1000 == 7 {
			return s
		}
	}
	return
}

func swt(x uint64) (h uint64) {
	h = 5381
	switch {
	case x > 1<<63:
		for ; x > 0; x >>= 8 {
			h = h*33 + x&0xff
		}
	case x == 0:
		goto end
	default:
		h ^= x * 0xff51afd7ed558ccd
		h ^= h >> 33
	}
	return h + 1
end:
	h = ^h
	return
}

func murmur(key string, seed uint32) (h uint32) {
	h = seed
	k := uint32(0)
	for i := len(key) >> 2; i > 0; i-- {
		j := len(key)>>2 - i
		k = uint32(key[j*4]) | uint32(key[j*4+1])<<8 | uint32(key[j*4+2])<<16 | uint32(key[j*4+3])<<24
		k *= 0xcc9e2d51
		k = (k << 15) | (k >> 17)
		k *= 0x1b873593
		h ^= k
		h = (h << 13) | (h >> 19)
		h = h*5 + 0xe6546b64
	}
	h ^= uint32(len(key))
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	return
}

func crc(data []byte) (c uint64) {
	table := func() (t [256]uint64) {
		for i := range t {
			x := uint64(i)
			for range 8 {
				if x&1 == 1 {
					x = x>>1 ^ 0xC96C5795D7870F42
				} else {
					x >>= 1
				}
			}
			t[i] = x
		}
		return
	}()
	c = ^c
	for _, b := range data {
		c = table[byte(c)^b] ^ c>>8
	}
	return ^c
}

func main() {
	h := &H{state: 42}
	for i := range uint64(4) {
		h.hist[i], _ = h.mix(i)
	}
	fmt.Println(*h)
	for _, x := range []uint64{1, 5, 100, 1 << 63, ^uint64(0)} {
		fmt.Println(named(x))
		fmt.Println(swt(x), gen(x), gen(int64(x)), sum(x, x+1, ^x))
	}
	fmt.Println(swt(0))
	for _, f := range closures() {
		fmt.Print(f(7), f(1<<40), " ")
	}
	fmt.Println()
	r := newRng(1)
	var c [4]int
	for range 100 {
		c[r()%4]++
	}
	fmt.Println(c, r(), iterSum(50))
	fmt.Println(murmur("hello, world", 7), crc([]byte("123456789")))
	m := map[uint64]string{}
	for i := range 5 {
		m[r()>>uint(i*10)] = strings.Repeat("x", i)
	}
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	fmt.Println(keys)
	x := func() (a uint64, b int64) {
		a = r()
		b = int64(a)
		for range 3 {
			a, b = a*uint64(b)+1, b*int64(a)-1
		}
		return
	}
	fmt.Println(x())
	var big struct{ a, b uint64 }
	big.a, big.b = x2(r)
	p := &big.a
	*p *= 3
	*p ^= *p >> 11
	fmt.Println(big, *p)
}

func x2(r rng) (a, b uint64) { a, b = r(), r(); a, b = b*3, a*5; return }
