// Package bytes has functions for byte slices, much as strings has for strings.
package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Equal tells whether a and b have the same bytes; nil is empty.
//
//js:native equal
func Equal(a, b []byte) bool

// Compare returns −1, 0 or +1 where a is before, the same as or after b, byte by byte.
//
//js:native compare
func Compare(a, b []byte) int

// Clone returns a copy of b. The clone of nil is nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Count returns how often sep is in s without overlapping; the empty slice is around each rune.
func Count(s, sep []byte) int {
	if len(sep) == 0 {
		return utf8.RuneCount(s) + 1
	}
	n := 0
	for {
		i := Index(s, sep)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(sep):]
	}
}

// Contains tells whether subslice is in b.
func Contains(b, subslice []byte) bool {
	return Index(b, subslice) >= 0
}

// ContainsAny tells whether one of chars is in b.
func ContainsAny(b []byte, chars string) bool {
	return IndexAny(b, chars) >= 0
}

// ContainsRune tells whether r is in b.
func ContainsRune(b []byte, r rune) bool {
	return IndexRune(b, r) >= 0
}

// ContainsFunc tells whether f is true for a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool {
	return IndexFunc(b, f) >= 0
}

// HasPrefix tells whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix)
}

// HasSuffix tells whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}

// Index returns where sep first is in s, −1 for nowhere, as do the other functions of that name.
//
//js:native index
func Index(s, sep []byte) int

// LastIndex returns where sep last is in s.
//
//js:native lastIndex
func LastIndex(s, sep []byte) int

// IndexByte returns where c first is in b.
//
//js:native indexByte
func IndexByte(b []byte, c byte) int

// LastIndexByte returns where c last is in s.
//
//js:native lastIndexByte
func LastIndexByte(s []byte, c byte) int

// IndexRune returns where r first is in s. For U+FFFD that is also where a byte is not valid.
func IndexRune(s []byte, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		return indexFunc(s, isError, true)
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, []byte(string(r)))
}

func isError(r rune) bool {
	return r == utf8.RuneError
}

// containsRune tells whether r is one of chars; what is not valid there counts as U+FFFD.
func containsRune(chars string, r rune) bool {
	for _, c := range chars {
		if c == r {
			return true
		}
	}
	return false
}

// IndexAny returns where one of chars first is in s.
func IndexAny(s []byte, chars string) int {
	return indexFunc(s, func(r rune) bool { return containsRune(chars, r) }, true)
}

// LastIndexAny returns where one of chars last is in s.
func LastIndexAny(s []byte, chars string) int {
	return lastIndexFunc(s, func(r rune) bool { return containsRune(chars, r) }, true)
}

// IndexFunc returns where the first rune is for which f is true.
func IndexFunc(s []byte, f func(r rune) bool) int {
	return indexFunc(s, f, true)
}

// LastIndexFunc returns where the last rune is for which f is true.
func LastIndexFunc(s []byte, f func(r rune) bool) int {
	return lastIndexFunc(s, f, true)
}

func indexFunc(s []byte, f func(r rune) bool, want bool) int {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s[i:])
		}
		if f(r) == want {
			return i
		}
		i += size
	}
	return -1
}

func lastIndexFunc(s []byte, f func(r rune) bool, want bool) int {
	for end := len(s); end > 0; {
		r, size := rune(s[end-1]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeLastRune(s[:end])
		}
		end -= size
		if f(r) == want {
			return end
		}
	}
	return -1
}

// Join puts sep between the slices, in a new one.
func Join(s [][]byte, sep []byte) []byte {
	size := 0
	for i, part := range s {
		if i > 0 {
			size += len(sep)
		}
		size += len(part)
	}
	joined := make([]byte, 0, size)
	for i, part := range s {
		if i > 0 {
			joined = append(joined, sep...)
		}
		joined = append(joined, part...)
	}
	return joined
}

// Repeat returns a new slice that has b count times.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	const maxInt = 1<<63 - 1
	if count > 0 && len(b) > maxInt/count {
		panic("bytes: Repeat output length overflow")
	}
	repeated := make([]byte, len(b)*count)
	for n := copy(repeated, b); 0 < n && n < len(repeated); n *= 2 {
		copy(repeated[n:], repeated[:n])
	}
	return repeated
}

// Replace returns a copy in which the first n places of old are replaced by new, all where n is negative. The empty
// slice is around each rune.
func Replace(s, old, new []byte, n int) []byte {
	replaced := []byte{}
	for i := 0; i != n; i++ {
		at := Index(s, old)
		if len(old) == 0 && i > 0 {
			if len(s) == 0 {
				break
			}
			_, at = utf8.DecodeRune(s)
		}
		if at < 0 {
			break
		}
		replaced = append(append(replaced, s[:at]...), new...)
		s = s[at+len(old):]
	}
	return append(replaced, s...)
}

// ReplaceAll returns a copy in which old is replaced by new everywhere.
func ReplaceAll(s, old, new []byte) []byte {
	return Replace(s, old, new, -1)
}

// EqualFold tells whether s and t are the same without regard to case, by simple folding.
func EqualFold(s, t []byte) bool {
	for len(s) > 0 && len(t) > 0 {
		r, size := utf8.DecodeRune(s)
		s = s[size:]
		u, size := utf8.DecodeRune(t)
		t = t[size:]
		if r != u && !areFolds(r, u) {
			return false
		}
	}
	return len(s) == len(t)
}

func areFolds(r, u rune) bool {
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		if f == u {
			return true
		}
	}
	return false
}

// Runes returns the runes of s.
func Runes(s []byte) []rune {
	return []rune(string(s))
}

// Cut returns what is before and after the first sep, s and nil where there is none.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix and whether it had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix and whether it had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}
