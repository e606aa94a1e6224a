// Package utf16 translates between runes and UTF-16.
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'

	highSurrogate = 0xd800 // the first half of a pair is from here
	lowSurrogate  = 0xdc00 // the second half is from here
	surrogateEnd  = 0xe000
	supplementary = 0x10000 // what pairs count from
)

// IsSurrogate tells whether r is half of a pair.
func IsSurrogate(r rune) bool {
	return highSurrogate <= r && r < surrogateEnd
}

// DecodeRune returns the rune of a pair, U+FFFD where it is none.
func DecodeRune(r1, r2 rune) rune {
	if highSurrogate <= r1 && r1 < lowSurrogate && lowSurrogate <= r2 && r2 < surrogateEnd {
		return (r1-highSurrogate)<<10 | (r2 - lowSurrogate) + supplementary
	}
	return replacement
}

// EncodeRune returns the pair of a rune, twice U+FFFD where it needs none or is invalid.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < supplementary || r > maxRune {
		return replacement, replacement
	}
	r -= supplementary
	return highSurrogate + r>>10&0x3ff, lowSurrogate + r&0x3ff
}

// RuneLen returns the number of 16-bit words of a rune, −1 for an invalid one.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < highSurrogate, surrogateEnd <= r && r < supplementary:
		return 1
	case supplementary <= r && r <= maxRune:
		return 2
	}
	return -1
}

// Encode returns the UTF-16 of runes; an invalid one becomes U+FFFD.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// AppendRune appends the UTF-16 of r to a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		high, low := EncodeRune(r)
		return append(a, uint16(high), uint16(low))
	}
	return append(a, replacement)
}

// Decode returns the runes of UTF-16; an unpaired surrogate becomes U+FFFD.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		runes = append(runes, r)
	}
	return runes
}
