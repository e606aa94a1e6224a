package big

import "math/bits"

// A Word is a digit. As uint64, it has slices that are typed arrays in JavaScript.
//
//js:uint64 Word
type Word uint

// nlz returns the number of leading zero bits of x.
func nlz(x Word) uint { return uint(bits.LeadingZeros64(uint64(x))) }

// Vectors of words, least significant first. z may be x or y.

// addVV sets z = x + y and returns the carry.
func addVV(z, x, y []Word) (c Word) {
	if len(x) != len(z) || len(y) != len(z) {
		panic("addVV len")
	}
	return addVectors(z, x, y)
}

//js:native addVectors
func addVectors(z, x, y []Word) Word

// subVV sets z = x - y and returns the borrow.
func subVV(z, x, y []Word) (c Word) {
	if len(x) != len(z) || len(y) != len(z) {
		panic("subVV len")
	}
	return subVectors(z, x, y)
}

//js:native subVectors
func subVectors(z, x, y []Word) Word

// addVW sets z = x + y and returns the carry.
func addVW(z, x []Word, y Word) (c Word) {
	if len(x) != len(z) {
		panic("addVW len")
	}
	return addWord(z, x, y)
}

//js:native addWord
func addWord(z, x []Word, y Word) Word

// subVW sets z = x - y and returns the borrow.
func subVW(z, x []Word, y Word) (c Word) {
	if len(x) != len(z) {
		panic("subVW len")
	}
	return subWord(z, x, y)
}

//js:native subWord
func subWord(z, x []Word, y Word) Word

// lshVU sets z = x << s, s < 64, and returns what fell out.
func lshVU(z, x []Word, s uint) (c Word) {
	if len(x) != len(z) {
		panic("lshVU len")
	}
	return shiftLeft(z, x, s)
}

//js:native shiftLeft
func shiftLeft(z, x []Word, s uint) Word

// rshVU sets z = x >> s, s < 64, and returns what fell out, in its highest bits.
func rshVU(z, x []Word, s uint) (c Word) {
	if len(x) != len(z) {
		panic("rshVU len")
	}
	return shiftRight(z, x, s)
}

//js:native shiftRight
func shiftRight(z, x []Word, s uint) Word

// mulAddVWW sets z = x*y + r and returns the carry.
func mulAddVWW(z, x []Word, y, r Word) (c Word) {
	if len(x) != len(z) {
		panic("mulAddVWW len")
	}
	return mulAddWord(z, x, y, r)
}

//js:native mulAddWord
func mulAddWord(z, x []Word, y, r Word) Word

// addMulVVWW sets z = x + y*m + a and returns the carry.
func addMulVVWW(z, x, y []Word, m, a Word) (c Word) {
	if len(x) != len(z) || len(y) != len(z) {
		panic("addMulVVWW len")
	}
	return addMulWord(z, x, y, m, a)
}

//js:native addMulWord
func addMulWord(z, x, y []Word, m, a Word) Word

// mulWW returns x*y in two words, the high one first.
//
//js:native mulWords
func mulWW(x, y Word) (z1, z0 Word)

// divWW divides x1*2^64 + x0 by y > x1. The reciprocal m of y is not needed.
//
//js:native divWords
func divWW(x1, x0, y, m Word) (q, r Word)

// divWVW sets z to the quotient of xn*2^(64*len(x)) + x and y > xn, and returns the remainder.
func divWVW(z []Word, xn Word, x []Word, y Word) (r Word) {
	if len(x) != len(z) {
		panic("divWVW len")
	}
	return divVector(z, xn, x, y)
}

//js:native divVector
func divVector(z []Word, xn Word, x []Word, y Word) Word
