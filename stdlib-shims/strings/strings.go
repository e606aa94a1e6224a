// Package strings has functions for strings.
package strings

import (
	"unicode"
	"unicode/utf8"
)

// Clone returns s. Strings share nothing that could be kept alive too long.
func Clone(s string) string {
	return s
}

// Compare returns −1, 0 or +1 where a is less than, equal to or greater than b.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	if a < b {
		return -1
	}
	return 1
}

// Count returns how often substr is in s without overlapping; the empty string is around each rune.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	return count(s, substr)
}

//js:native count
func count(s, substr string) int

// Contains tells whether substr is in s.
//
//js:native contains
func Contains(s, substr string) bool

// ContainsAny tells whether one of chars is in s.
func ContainsAny(s, chars string) bool {
	return IndexAny(s, chars) >= 0
}

// ContainsRune tells whether r is in s.
func ContainsRune(s string, r rune) bool {
	return IndexRune(s, r) >= 0
}

// ContainsFunc tells whether f is true for a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool {
	return IndexFunc(s, f) >= 0
}

// HasPrefix tells whether s begins with prefix.
//
//js:native hasPrefix
func HasPrefix(s, prefix string) bool

// HasSuffix tells whether s ends with suffix.
//
//js:native hasSuffix
func HasSuffix(s, suffix string) bool

// Index returns where substr first is in s, −1 for nowhere, as do the other functions of that name.
//
//js:native index
func Index(s, substr string) int

// LastIndex returns where substr last is in s.
//
//js:native lastIndex
func LastIndex(s, substr string) int

// IndexByte returns where c first is in s.
//
//js:native indexByte
func IndexByte(s string, c byte) int

// LastIndexByte returns where c last is in s.
//
//js:native lastIndexByte
func LastIndexByte(s string, c byte) int

// IndexRune returns where r first is in s. For U+FFFD that is also where a byte is not valid.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// IndexAny returns where one of chars first is in s.
func IndexAny(s, chars string) int {
	if isASCII(chars) {
		return indexSet(s, chars, true)
	}
	for i, r := range s {
		if IndexRune(chars, r) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny returns where one of chars last is in s.
func LastIndexAny(s, chars string) int {
	if isASCII(chars) {
		return lastIndexSet(s, chars, true)
	}
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if IndexRune(chars, r) >= 0 {
			return end
		}
	}
	return -1
}

// IndexFunc returns where the first rune is for which f is true.
func IndexFunc(s string, f func(rune) bool) int {
	return indexFunc(s, f, true)
}

// LastIndexFunc returns where the last rune is for which f is true.
func LastIndexFunc(s string, f func(rune) bool) int {
	return lastIndexFunc(s, f, true)
}

func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if f(r) == want {
			return end
		}
	}
	return -1
}

//js:native isASCII
func isASCII(s string) bool

// indexSet returns where the first byte is that is one of the ASCII characters of set, or is not.
//
//js:native indexSet
func indexSet(s, set string, want bool) int

//js:native lastIndexSet
func lastIndexSet(s, set string, want bool) int

// Join puts sep between the strings.
//
//js:native join
func Join(elems []string, sep string) string

// Repeat returns s count times.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	const maxInt = 1<<63 - 1
	if count > 0 && len(s) > maxInt/count {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

//js:native repeat
func repeat(s string, count int) string

// Replace replaces the first n places of old by new, all where n is negative. The empty string is around each rune.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if n < 0 {
		return ReplaceAll(s, old, new)
	}
	replaced := ""
	for i := 0; i < n; i++ {
		at := Index(s, old)
		if old == "" && i > 0 {
			if s == "" {
				break
			}
			_, at = utf8.DecodeRuneInString(s)
		}
		if at < 0 {
			break
		}
		replaced += s[:at] + new
		s = s[at+len(old):]
	}
	return replaced + s
}

// ReplaceAll replaces old by new everywhere.
func ReplaceAll(s, old, new string) string {
	if old == "" {
		replaced := new
		for s != "" {
			_, size := utf8.DecodeRuneInString(s)
			replaced += s[:size] + new
			s = s[size:]
		}
		return replaced
	}
	return replaceAll(s, old, new)
}

//js:native replaceAll
func replaceAll(s, old, new string) string

// EqualFold tells whether two strings are the same without regard to case, by simple folding.
func EqualFold(s, t string) bool {
	if isASCII(s) && isASCII(t) {
		return len(s) == len(t) && lowerASCII(s) == lowerASCII(t)
	}
	for _, r := range s {
		if t == "" {
			return false
		}
		u, size := utf8.DecodeRuneInString(t)
		t = t[size:]
		if r != u && !areFolds(r, u) {
			return false
		}
	}
	return t == ""
}

func areFolds(r, u rune) bool {
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		if f == u {
			return true
		}
	}
	return false
}

// Cut returns what is before and after the first sep, s and "" where there is none.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}
