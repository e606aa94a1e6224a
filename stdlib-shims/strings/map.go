package strings

import (
	"unicode"
	"unicode/utf8"
)

// Map returns the runes that mapping makes of those of s, without the negative ones.
func Map(mapping func(rune) rune, s string) string {
	mapped := ""
	for _, r := range s {
		if to := mapping(r); to >= 0 {
			mapped += string(to)
		}
	}
	return mapped
}

// ToUpper returns s in upper case.
func ToUpper(s string) string {
	if isASCII(s) {
		return upperASCII(s)
	}
	return Map(unicode.ToUpper, s)
}

// ToLower returns s in lower case.
func ToLower(s string) string {
	if isASCII(s) {
		return lowerASCII(s)
	}
	return Map(unicode.ToLower, s)
}

//js:native upperASCII
func upperASCII(s string) string

//js:native lowerASCII
func lowerASCII(s string) string

// ToTitle returns s in title case, all letters of it.
func ToTitle(s string) string {
	return Map(unicode.ToTitle, s)
}

// ToUpperSpecial is ToUpper for the languages of c.
func ToUpperSpecial(c unicode.SpecialCase, s string) string {
	return Map(c.ToUpper, s)
}

// ToLowerSpecial is ToLower for the languages of c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string {
	return Map(c.ToLower, s)
}

// ToTitleSpecial is ToTitle for the languages of c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string {
	return Map(c.ToTitle, s)
}

// Title returns s with the first letter of each word in title case. What ends a word is only roughly right.
//
// Deprecated: golang.org/x/text/cases does better.
func Title(s string) string {
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

// ToValidUTF8 puts replacement in the place of each run of bytes that are not UTF-8.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	valid, isBad := "", false
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				if !isBad {
					valid += replacement
				}
				isBad = true
				continue
			}
		}
		isBad = false
		valid += string(r)
	}
	return valid
}
