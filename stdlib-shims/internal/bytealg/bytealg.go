// Package bytealg searches and compares bytes and strings.
package bytealg

// MaxLen is the longest string that Index takes: any length does.
const MaxLen = 1<<31 - 1

// MaxBruteForce is the length of texts from which on Index beats searching for first bytes: always.
const MaxBruteForce = 1<<31 - 1

// PrimeRK is the base of the rolling hash.
const PrimeRK = 16777619

// Compare returns -1, 0 or +1 as a comes before b, is equal to it or comes after.
//
//js:native compare
func Compare(a, b []byte) int

// CompareString is Compare for strings.
func CompareString(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Equal tells whether a and b have the same length and bytes.
//
//js:native equal
func Equal(a, b []byte) bool

// Count returns how many bytes of b are c.
//
//js:native count
func Count(b []byte, c byte) int

// CountString returns how many bytes of s are c.
//
//js:native countString
func CountString(s string, c byte) int

// Index returns where b first is in a, or -1.
//
//js:native index
func Index(a, b []byte) int

// IndexString returns where b first is in a, or -1.
//
//js:native indexString
func IndexString(a, b string) int

// IndexByte returns where c first is in b, or -1.
//
//js:native indexByte
func IndexByte(b []byte, c byte) int

// IndexByteString returns where c first is in s, or -1.
//
//js:native indexByteString
func IndexByteString(s string, c byte) int

// LastIndexByte returns where c last is in s, or -1.
//
//js:native lastIndexByte
func LastIndexByte(s []byte, c byte) int

// LastIndexByteString returns where c last is in s, or -1.
//
//js:native lastIndexByteString
func LastIndexByteString(s string, c byte) int

// Cutover returns after how many false starts in n bytes a search is left to Index.
func Cutover(n int) int { return 4 }

// MakeNoZero returns n bytes of any content.
func MakeNoZero(n int) []byte { return make([]byte, n) }

// HashStr returns the rolling hash of sep and what its first byte is multiplied with.
func HashStr[T string | []byte](sep T) (uint32, uint32) {
	hash := uint32(0)
	for i := range len(sep) {
		hash = hash*PrimeRK + uint32(sep[i])
	}
	return hash, power(len(sep))
}

// HashStrRev is HashStr of the bytes in reverse order.
func HashStrRev[T string | []byte](sep T) (uint32, uint32) {
	hash := uint32(0)
	for i := len(sep) - 1; i >= 0; i-- {
		hash = hash*PrimeRK + uint32(sep[i])
	}
	return hash, power(len(sep))
}

func power(n int) uint32 {
	result := uint32(1)
	for range n {
		result *= PrimeRK
	}
	return result
}

// IndexRabinKarp returns where sep first is in s, or -1.
func IndexRabinKarp[T string | []byte](s, sep T) int {
	return IndexString(string(s), string(sep))
}

// LastIndexRabinKarp returns where sep last is in s, or -1.
func LastIndexRabinKarp[T string | []byte](s, sep T) int {
	return lastIndexString(string(s), string(sep))
}

//js:native lastIndexString
func lastIndexString(s, sep string) int
