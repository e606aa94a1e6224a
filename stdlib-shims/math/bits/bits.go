// Package bits counts and moves bits, and does arithmetic in two words.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// LeadingZeros returns the number of zero bits above the highest one.
//
//js:native leadingZeros
func LeadingZeros(x uint) int

//js:native leadingZeros8
func LeadingZeros8(x uint8) int

//js:native leadingZeros16
func LeadingZeros16(x uint16) int

//js:native leadingZeros32
func LeadingZeros32(x uint32) int

// LeadingZeros64, like the others of 64 bits, is written in 32 bits: a uint64 may be held as two words.
func LeadingZeros64(x uint64) int {
	if upper := uint32(x >> 32); upper != 0 {
		return LeadingZeros32(upper)
	}
	return 32 + LeadingZeros32(uint32(x))
}

// TrailingZeros returns the number of zero bits below the lowest one.
//
//js:native trailingZeros64
func TrailingZeros(x uint) int

//js:native trailingZeros8
func TrailingZeros8(x uint8) int

//js:native trailingZeros16
func TrailingZeros16(x uint16) int

//js:native trailingZeros32
func TrailingZeros32(x uint32) int

func TrailingZeros64(x uint64) int {
	if lower := uint32(x); lower != 0 {
		return TrailingZeros32(lower)
	}
	return 32 + TrailingZeros32(uint32(x>>32))
}

// OnesCount returns the number of one bits.
//
//js:native onesCount
func OnesCount(x uint) int

//js:native onesCount32
func OnesCount8(x uint8) int

//js:native onesCount32
func OnesCount16(x uint16) int

//js:native onesCount32
func OnesCount32(x uint32) int

func OnesCount64(x uint64) int { return OnesCount32(uint32(x>>32)) + OnesCount32(uint32(x)) }

// RotateLeft returns x turned left by k bits, right for a negative k.
func RotateLeft(x uint, k int) uint {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k & 7)
	return x<<s | x>>(8-s)
}

func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k & 15)
	return x<<s | x>>(16-s)
}

// RotateLeft32 turns x left by k bits.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint32(k) & 31
	return x<<s | x>>(-s&31)
}

// RotateLeft64 turns x left by k bits.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint32(k) & 63
	return x<<s | x>>(-s&63)
}

// Reverse returns x with its bits in reverse order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

func Reverse8(x uint8) uint8 { return uint8(Reverse32(uint32(x)) >> 24) }

func Reverse16(x uint16) uint16 { return uint16(Reverse32(uint32(x)) >> 16) }

//js:native reverse32
func Reverse32(x uint32) uint32

//js:native reverse64
func Reverse64(x uint64) uint64

// ReverseBytes returns x with its bytes in reverse order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

func ReverseBytes32(x uint32) uint32 {
	return x>>24 | x>>8&0xff00 | x<<8&0xff0000 | x<<24
}

//js:native reverseBytes64
func ReverseBytes64(x uint64) uint64

// Len returns the number of bits that x needs.
func Len(x uint) int { return 64 - LeadingZeros(x) }

func Len8(x uint8) int { return 8 - LeadingZeros8(x) }

func Len16(x uint16) int { return 16 - LeadingZeros16(x) }

func Len32(x uint32) int { return 32 - LeadingZeros32(x) }

func Len64(x uint64) int { return 64 - LeadingZeros64(x) }

// Add returns x + y + carry; carry must be 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

//js:native add32
func Add32(x, y, carry uint32) (sum, carryOut uint32)

//js:native add64
func Add64(x, y, carry uint64) (sum, carryOut uint64)

// Sub returns x − y − borrow; borrow must be 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

//js:native sub32
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32)

//js:native sub64
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64)

// Mul returns the two words of x·y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

//js:native mul32
func Mul32(x, y uint32) (hi, lo uint32)

//js:native mul64
func Mul64(x, y uint64) (hi, lo uint64)

// Div returns quotient and remainder of (hi, lo) / y. It panics for y == 0 and where the quotient overflows.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		overflow()
	}
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y == 0 {
		divideByZero()
	}
	if y <= hi {
		overflow()
	}
	return div64(hi, lo, y)
}

//js:native div64
func div64(hi, lo, y uint64) (quo, rem uint64)

//js:native overflow
func overflow()

//js:native divideByZero
func divideByZero()

// Rem returns the remainder of (hi, lo) / y.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
