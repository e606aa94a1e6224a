package rand

var global = New(host{})

// hostBelow returns an integer from 0 to n−1, for n up to 2⁵³.
//
//js:native hostBelow
func hostBelow(n int) int

//js:native hostFloat64
func hostFloat64() float64

// Int64 returns an integer of 63 bits.
func Int64() int64 { return global.Int64() }

// Uint32 returns an integer of 32 bits.
func Uint32() uint32 { return uint32(hostBelow(1 << 32)) }

// Uint64 returns an integer of 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 returns an integer of 31 bits.
func Int32() int32 { return int32(hostBelow(1 << 31)) }

// Int returns an int that is not negative.
func Int() int { return global.Int() }

// Uint returns a uint.
func Uint() uint { return global.Uint() }

// Int64N returns an integer from 0 to n−1.
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N returns an integer from 0 to n−1.
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N returns an integer from 0 to n−1.
func Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(hostBelow(int(n)))
}

// Uint32N returns an integer from 0 to n−1.
func Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(hostBelow(int(n)))
}

// IntN returns an integer from 0 to n−1.
func IntN(n int) int {
	if n <= 0 || 1<<48 < n {
		return global.IntN(n)
	}
	return hostBelow(n)
}

// UintN returns an integer from 0 to n−1.
func UintN(n uint) uint { return global.UintN(n) }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns an integer from 0 to n−1, of any type.
func N[Int intType](n Int) Int { return limited(global, n, "N") }

// Float64 returns a number from 0 to less than 1.
func Float64() float64 { return hostFloat64() }

// Float32 returns a number from 0 to less than 1.
func Float32() float32 { return global.Float32() }

// Perm returns the integers from 0 to n−1 in random order.
func Perm(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Shuffle puts n elements in random order by swapping them.
func Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, hostBelow(i+1))
	}
}

// NormFloat64 draws from the normal distribution with mean 0 and standard deviation 1.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 draws from the exponential distribution with rate 1.
func ExpFloat64() float64 { return global.ExpFloat64() }
