// run

// math/bits on generators and boards whose uint64 may be held as two words, and on values that are not.
package main

import (
	"fmt"
	"math/bits"
)

type xoshiro struct{ a, b, c, d uint64 }

func (x *xoshiro) next() uint64 {
	result := bits.RotateLeft64(x.b*5, 7) * 9
	t := x.b << 17
	x.c ^= x.a
	x.d ^= x.b
	x.b ^= x.c
	x.a ^= x.d
	x.c ^= t
	x.d = bits.RotateLeft64(x.d, 45)
	return result
}

type game struct {
	board [2]uint64
	rng   xoshiro
	turn  int
}

func quarter(a, b, c, d uint32) (uint32, uint32, uint32, uint32) {
	a += b
	d = bits.RotateLeft32(d^a, 16)
	c += d
	b = bits.RotateLeft32(b^c, 12)
	return a, b, c, d
}

func squares(board uint64) (list []int) {
	for ; board != 0; board &= board - 1 {
		list = append(list, bits.TrailingZeros64(board))
	}
	return list
}

func main() {
	x := xoshiro{1, 2, 3, 4}
	ones, zeros := 0, 0
	for i := 0; i < 500; i++ {
		v := x.next()
		ones += bits.OnesCount64(v) + bits.Len64(v>>20)
		zeros += bits.TrailingZeros64(v<<i) + bits.LeadingZeros64(v>>(i&63))
	}
	saved := x
	fmt.Println(ones, zeros, x, saved == x, saved.next() == x.next(), saved == x)
	saved.next()
	fmt.Println(saved == x, saved != x)
	x = saved
	fmt.Println(saved == x, x.next())

	g := game{rng: xoshiro{5, 6, 7, 8}}
	for range 12 {
		g.board[g.turn&1] |= 1 << (g.rng.next() % 64)
		g.turn++
	}
	games := []game{g, {}, g}
	games[1] = games[0]
	games[1].rng.next()
	fmt.Println(squares(g.board[0]), squares(g.board[1]), games[0] == games[2], games[0] == games[1], games[1].rng)

	a, b, c, d := uint32(1), uint32(0x80000000), uint32(3), uint32(4)
	for range 20 {
		a, b, c, d = quarter(a, b, c, d)
	}
	fmt.Println(a, b, c, d)
	for _, k := range []int{0, 1, 31, 32, 33, 63, 64, 65, -1, -3, -64, 1 << 40} {
		fmt.Print(bits.RotateLeft64(0x8000000000000003, k), " ", bits.RotateLeft32(0x80000003, k), " ", bits.RotateLeft(5, k), "\n")
	}
	for _, v := range []uint64{0, 1, 1 << 31, 1 << 32, 1<<32 - 1, 1<<63 | 1<<5, 1<<64 - 1} {
		fmt.Println(bits.OnesCount64(v), bits.Len64(v), bits.TrailingZeros64(v), bits.LeadingZeros64(v), bits.ReverseBytes64(v), bits.Reverse64(v))
	}
}
