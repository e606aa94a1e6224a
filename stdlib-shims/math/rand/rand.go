// Package rand has pseudo-random numbers.
package rand

import (
	"internal/godebug"
	"internal/ziggurat"
	"math"
)

// A Rand draws from a Source.
type Rand struct {
	src   Source
	src64 Source64   // src, if it is one
	parts partSource // src, if it is one

	readValue int64 // bytes for Read
	readCount int8  // how many
}

// New returns a Rand that draws from src.
func New(src Source) *Rand {
	src64, _ := src.(Source64)
	parts, _ := src.(partSource)
	return &Rand{src: src, src64: src64, parts: parts}
}

// Seed makes r start again with a seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readCount = 0
}

// Int63 returns an integer of 63 bits.
func (r *Rand) Int63() int64 {
	return r.src.Int63()
}

// Uint32 returns an integer of 32 bits.
func (r *Rand) Uint32() uint32 {
	if r.parts != nil {
		return r.parts.middle()
	}
	return uint32(r.Int63() >> 31)
}

// Uint64 returns an integer of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.src64 != nil {
		return r.src64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 returns an integer of 31 bits.
func (r *Rand) Int31() int32 {
	if r.parts != nil {
		return r.parts.high31()
	}
	return int32(r.Int63() >> 32)
}

// Int returns an int that is not negative.
func (r *Rand) Int() int {
	return int(r.Int63())
}

// Int63n returns an integer from 0 to n−1.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Numbers beyond the last multiple of n would make the lower results more likely.
	excess := int64(1 << 63 % uint64(n))
	for {
		if v := r.Int63(); v <= math.MaxInt64-excess {
			return v % n
		}
	}
}

// Int31n returns an integer from 0 to n−1.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	excess := int32(uint32(1<<31) % uint32(n))
	for {
		if v := r.Int31(); v <= math.MaxInt32-excess {
			return v % n
		}
	}
}

// scaled returns an integer from 0 to n−1: the high half of a product.
func (r *Rand) scaled(n uint32) int32 {
	high, low := product(r.Uint32(), n)
	if low < n {
		for limit := -n % n; low < limit; {
			high, low = product(r.Uint32(), n)
		}
	}
	return int32(high)
}

//js:native product
func product(a, b uint32) (high, low uint32)

// Intn returns an integer from 0 to n−1.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number from 0 to less than 1.
func (r *Rand) Float64() float64 {
	for {
		if f := r.float63() / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) float63() float64 {
	if r.parts != nil {
		return r.parts.float63()
	}
	return float64(r.Int63())
}

// Float32 returns a number from 0 to less than 1.
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the integers from 0 to n−1 in random order.
func (r *Rand) Perm(n int) []int {
	order := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}

// Shuffle puts n elements in random order by swapping them.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.scaled(uint32(i+1))))
	}
}

// Read fills p with random bytes.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.readCount == 0 {
			r.readValue = r.src.Int63()
			r.readCount = 7
		}
		p[i] = byte(r.readValue)
		r.readValue >>= 8
		r.readCount--
	}
	return len(p), nil
}

// NormFloat64 draws from the normal distribution with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	return ziggurat.Normal(r.normalBits, r.Float64)
}

func (r *Rand) normalBits() (j int32, strip uint32) {
	u := r.Uint32()
	return int32(u), u & 0x7f
}

// ExpFloat64 draws from the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	return ziggurat.Exponential(r.exponentialBits, r.Float64)
}

func (r *Rand) exponentialBits() (j, strip uint32) {
	u := r.Uint32()
	return u, u & 0xff
}

var global = New(host{})

// Seed does nothing: the functions of the package are random at each run, unless GODEBUG has randseednop=0.
//
// Deprecated: use New(NewSource(seed)).
func Seed(seed int64) {
	if godebug.New("randseednop").Value() == "0" {
		global = New(NewSource(seed))
	}
}

// Int63 returns an integer of 63 bits.
func Int63() int64 { return global.Int63() }

// Uint32 returns an integer of 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 returns an integer of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 returns an integer of 31 bits.
func Int31() int32 { return global.Int31() }

// Int returns an int that is not negative.
func Int() int { return global.Int() }

// Int63n returns an integer from 0 to n−1.
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n returns an integer from 0 to n−1.
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn returns an integer from 0 to n−1.
func Intn(n int) int { return global.Intn(n) }

// Float64 returns a number from 0 to less than 1.
func Float64() float64 { return global.Float64() }

// Float32 returns a number from 0 to less than 1.
func Float32() float32 { return global.Float32() }

// Perm returns the integers from 0 to n−1 in random order.
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order by swapping them.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p with random bytes.
//
// Deprecated: crypto/rand is for this.
func Read(p []byte) (n int, err error) { return global.Read(p) }

// NormFloat64 draws from the normal distribution with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 draws from the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
