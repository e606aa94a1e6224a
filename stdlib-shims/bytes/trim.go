package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Trim returns s without the characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft returns s without the characters of cutset at the beginning.
func TrimLeft(s []byte, cutset string) []byte {
	return TrimLeftFunc(s, func(r rune) bool { return containsRune(cutset, r) })
}

// TrimRight returns s without the characters of cutset at the end.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return TrimRightFunc(s, func(r rune) bool { return containsRune(cutset, r) })
}

// TrimFunc returns s without the runes at both ends for which f is true.
func TrimFunc(s []byte, f func(r rune) bool) []byte {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc returns s without the runes at the beginning for which f is true.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	if i := indexFunc(s, f, false); i >= 0 {
		return s[i:]
	}
	return nil
}

// TrimRightFunc returns s without the runes at the end for which f is true.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRune(s[i:])
	return s[:i+size]
}

// TrimSpace returns s without white space at both ends, nil where there is nothing else.
func TrimSpace(s []byte) []byte {
	s = TrimLeftFunc(s, unicode.IsSpace)
	if len(s) == 0 {
		return nil
	}
	return TrimRightFunc(s, unicode.IsSpace)
}

// TrimPrefix returns s without prefix, if it has it.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, if it has it.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
