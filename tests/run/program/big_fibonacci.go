// Arbitrary precision by hand, and 64-bit edges.
package main

import "fmt"

type bignum []uint32

func (a bignum) add(b bignum) bignum {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := make(bignum, 0, len(a)+1)
	carry := uint64(0)
	for i := range a {
		s := uint64(a[i]) + carry
		if i < len(b) {
			s += uint64(b[i])
		}
		out = append(out, uint32(s%1_000_000_000))
		carry = s / 1_000_000_000
	}
	if carry > 0 {
		out = append(out, uint32(carry))
	}
	return out
}

func (a bignum) String() string {
	s := fmt.Sprint(a[len(a)-1])
	for i := len(a) - 2; i >= 0; i-- {
		s += fmt.Sprintf("%09d", a[i])
	}
	return s
}

func main() {
	a, b := bignum{0}, bignum{1}
	for range 300 {
		a, b = b, a.add(b)
	}
	fmt.Println(a)
	x, y := 0, 1
	for range 95 {
		x, y = y, x+y
	}
	fmt.Println(x)
}
