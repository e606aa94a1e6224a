// Package utf8 translates between runes and their UTF-8 bytes.
package utf8

const (
	RuneError = '\uFFFD'     // what an invalid sequence decodes to
	RuneSelf  = 0x80         // runes below are one byte, their own
	MaxRune   = '\U0010FFFF' // the greatest code point
	UTFMax    = 4            // the most bytes of a rune
)

const (
	surrogateMin = 0xd800
	surrogateMax = 0xdfff
)

// The natives that decode return rune<<3 | width.

//js:native decodeString
func decodeString(s string) int32

//js:native decodeBytes
func decodeBytes(p []byte) int32

//js:native decodeLastString
func decodeLastString(s string) int32

//js:native decodeLastBytes
func decodeLastBytes(p []byte) int32

// FullRune tells whether p begins with a whole rune. An invalid sequence counts as whole: it is a rune of one byte.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	if decodeBytes(p)&7 != 1 || p[0] < RuneSelf {
		return true
	}
	return !isBeginning(string(p[:min(len(p), UTFMax)]))
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	if decodeString(s)&7 != 1 || s[0] < RuneSelf {
		return true
	}
	return !isBeginning(s[:min(len(s), UTFMax)])
}

// isBeginning tells whether an s that does not begin with a rune would with some more bytes.
//
//js:native isBeginning
func isBeginning(s string) bool

// DecodeRune returns the first rune of p and its width: RuneError and 0 where p is empty, RuneError and 1 where it
// is not valid.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	if c := p[0]; c < RuneSelf {
		return rune(c), 1
	}
	d := decodeBytes(p)
	return d >> 3, int(d & 7)
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if s == "" {
		return RuneError, 0
	}
	if c := s[0]; c < RuneSelf {
		return rune(c), 1
	}
	d := decodeString(s)
	return d >> 3, int(d & 7)
}

// DecodeLastRune returns the last rune of p and its width, as DecodeRune does with the first.
func DecodeLastRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	if c := p[len(p)-1]; c < RuneSelf {
		return rune(c), 1
	}
	d := decodeLastBytes(p)
	return d >> 3, int(d & 7)
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	if s == "" {
		return RuneError, 0
	}
	if c := s[len(s)-1]; c < RuneSelf {
		return rune(c), 1
	}
	d := decodeLastString(s)
	return d >> 3, int(d & 7)
}

// RuneLen returns the number of bytes of r, −1 where r has no encoding.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < RuneSelf:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r into p, which must be large enough, and returns the number of bytes. A rune without encoding
// is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	if 0 <= r && r < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	text := string(r)
	_ = p[len(text)-1]
	return copy(p, text)
}

// AppendRune appends the bytes of r to p.
func AppendRune(p []byte, r rune) []byte {
	if 0 <= r && r < RuneSelf {
		return append(p, byte(r))
	}
	return append(p, string(r)...)
}

// RuneCount returns the number of runes in p. Each byte that belongs to no rune counts as one.
//
//js:native countBytes
func RuneCount(p []byte) int

// RuneCountInString is RuneCount for a string.
//
//js:native countString
func RuneCountInString(s string) int

// RuneStart tells whether b could be the first byte of a rune, valid or not.
func RuneStart(b byte) bool {
	return b&0xc0 != 0x80
}

// Valid tells whether p is nothing but runes.
//
//js:native validBytes
func Valid(p []byte) bool

// ValidString is Valid for a string.
//
//js:native validString
func ValidString(s string) bool

// ValidRune tells whether r has an encoding.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
