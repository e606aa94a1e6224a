package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Map returns the runes that mapping makes of those of s, without the negative ones, in a new slice.
func Map(mapping func(r rune) rune, s []byte) []byte {
	mapped := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s[i:])
		}
		i += size
		if to := mapping(r); to >= 0 {
			mapped = utf8.AppendRune(mapped, to)
		}
	}
	return mapped
}

// ToUpper returns a copy in upper case.
func ToUpper(s []byte) []byte {
	return Map(unicode.ToUpper, s)
}

// ToLower returns a copy in lower case.
func ToLower(s []byte) []byte {
	return Map(unicode.ToLower, s)
}

// ToTitle returns a copy in title case, all letters of it.
func ToTitle(s []byte) []byte {
	return Map(unicode.ToTitle, s)
}

// ToUpperSpecial is ToUpper for the languages of c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte {
	return Map(c.ToUpper, s)
}

// ToLowerSpecial is ToLower for the languages of c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte {
	return Map(c.ToLower, s)
}

// ToTitleSpecial is ToTitle for the languages of c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte {
	return Map(c.ToTitle, s)
}

// Title returns a copy with the first letter of each word in title case. What ends a word is only roughly right.
//
// Deprecated: golang.org/x/text/cases does better.
func Title(s []byte) []byte {
	previous := ' '
	return Map(func(r rune) rune {
		isFirst := endsWord(previous)
		previous = r
		if isFirst {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func endsWord(r rune) bool {
	switch {
	case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
		return false
	case r < utf8.RuneSelf:
		return true
	}
	return unicode.IsSpace(r)
}

// ToValidUTF8 returns a copy with replacement in the place of each run of bytes that are not UTF-8.
func ToValidUTF8(s, replacement []byte) []byte {
	valid, isBad := make([]byte, 0, len(s)+len(replacement)), false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !isBad {
				valid = append(valid, replacement...)
			}
			isBad = true
		} else {
			isBad = false
			valid = append(valid, s[i:i+size]...)
		}
		i += size
	}
	return valid
}
