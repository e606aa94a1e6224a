// Package rand has pseudo-random numbers.
package rand

import (
	"internal/ziggurat"
	"math/bits"
)

// A Rand draws from a Source.
type Rand struct {
	src Source
}

// New returns a Rand that draws from src.
func New(src Source) *Rand {
	return &Rand{src: src}
}

// Int64 returns an integer of 63 bits.
func (r *Rand) Int64() int64 {
	return int64(r.src.Uint64() &^ (1 << 63))
}

// Uint32 returns an integer of 32 bits.
func (r *Rand) Uint32() uint32 {
	return uint32(r.src.Uint64() >> 32)
}

// Uint64 returns an integer of 64 bits.
func (r *Rand) Uint64() uint64 {
	return r.src.Uint64()
}

// Int32 returns an integer of 31 bits.
func (r *Rand) Int32() int32 {
	return int32(r.src.Uint64() >> 33)
}

// Int returns an int that is not negative.
func (r *Rand) Int() int {
	return int(r.Int64())
}

// Uint returns a uint.
func (r *Rand) Uint() uint {
	return uint(r.src.Uint64())
}

// below returns an integer from 0 to n−1: the high half of a product. The product's low half tells which draws would
// make some results more likely than others.
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	high, low := bits.Mul64(r.Uint64(), n)
	if low < n {
		for limit := -n % n; low < limit; {
			high, low = bits.Mul64(r.Uint64(), n)
		}
	}
	return high
}

// limited returns an integer from 0 to n−1 for the function of a name.
func limited[Int intType](r *Rand, n Int, name string) Int {
	if n <= 0 {
		panic("invalid argument to " + name)
	}
	return Int(r.below(uint64(n)))
}

// Int64N returns an integer from 0 to n−1.
func (r *Rand) Int64N(n int64) int64 { return limited(r, n, "Int64N") }

// Uint64N returns an integer from 0 to n−1.
func (r *Rand) Uint64N(n uint64) uint64 { return limited(r, n, "Uint64N") }

// Int32N returns an integer from 0 to n−1.
func (r *Rand) Int32N(n int32) int32 { return limited(r, n, "Int32N") }

// Uint32N returns an integer from 0 to n−1.
func (r *Rand) Uint32N(n uint32) uint32 { return limited(r, n, "Uint32N") }

// IntN returns an integer from 0 to n−1.
func (r *Rand) IntN(n int) int { return limited(r, n, "IntN") }

// UintN returns an integer from 0 to n−1.
func (r *Rand) UintN(n uint) uint { return limited(r, n, "UintN") }

// Float64 returns a number from 0 to less than 1.
func (r *Rand) Float64() float64 {
	return float64(r.Uint64()&(1<<53-1)) / (1 << 53)
}

// Float32 returns a number from 0 to less than 1.
func (r *Rand) Float32() float32 {
	return float32(r.Uint32()&(1<<24-1)) / (1 << 24)
}

// Perm returns the integers from 0 to n−1 in random order.
func (r *Rand) Perm(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	r.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Shuffle puts n elements in random order by swapping them.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// NormFloat64 draws from the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	return ziggurat.Normal(r.normalBits, r.Float64)
}

func (r *Rand) normalBits() (j int32, strip uint32) {
	u := r.Uint64()
	return int32(u), uint32(u>>32) & 0x7f
}

// ExpFloat64 draws from the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	return ziggurat.Exponential(r.exponentialBits, r.Float64)
}

func (r *Rand) exponentialBits() (j, strip uint32) {
	u := r.Uint64()
	return uint32(u), uint32(u>>32) & 0xff
}
