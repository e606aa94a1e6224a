package strings

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Split returns what is between the seps in s, its runes where sep is empty.
func Split(s, sep string) []string {
	if sep == "" {
		return runes(s, -1)
	}
	return split(s, sep)
}

//js:native split
func split(s, sep string) []string

// SplitN is Split into n parts at most; the last is what remains. Where n is 0 there are none, where it is negative all.
func SplitN(s, sep string, n int) []string {
	return splitN(s, sep, 0, n)
}

// SplitAfter is Split with sep at the end of parts.
func SplitAfter(s, sep string) []string {
	return splitN(s, sep, len(sep), -1)
}

// SplitAfterN is SplitN with sep at the end of parts.
func SplitAfterN(s, sep string, n int) []string {
	return splitN(s, sep, len(sep), n)
}

// splitN keeps some bytes of each sep.
func splitN(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return runes(s, n)
	}
	if n < 0 && keep == 0 {
		return split(s, sep)
	}
	parts := []string{}
	for n < 0 || len(parts) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		parts = append(parts, s[:at+keep])
		s = s[at+len(sep):]
	}
	return append(parts, s)
}

// runes returns the runes of s as strings, but n strings at most.
func runes(s string, n int) []string {
	parts := []string{}
	for s != "" {
		_, size := utf8.DecodeRuneInString(s)
		if len(parts) == n-1 {
			size = len(s)
		}
		parts = append(parts, s[:size])
		s = s[size:]
	}
	return parts
}

// Fields returns what is between white space in s.
func Fields(s string) []string {
	if isASCII(s) {
		return fields(s)
	}
	return FieldsFunc(s, unicode.IsSpace)
}

//js:native fields
func fields(s string) []string

// FieldsFunc returns what is between runes for which f is true.
func FieldsFunc(s string, f func(rune) bool) []string {
	parts := []string{}
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				parts = append(parts, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, s[start:])
	}
	return parts
}

// Lines yields the lines of s with the newlines at their ends.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq yields what Split returns.
func SplitSeq(s, sep string) iter.Seq[string] {
	return splitSeq(s, sep, 0)
}

// SplitAfterSeq yields what SplitAfter returns.
func SplitAfterSeq(s, sep string) iter.Seq[string] {
	return splitSeq(s, sep, len(sep))
}

func splitSeq(s, sep string, keep int) iter.Seq[string] {
	if sep == "" {
		return runeSeq(s)
	}
	return func(yield func(string) bool) {
		rest := s
		for {
			at := Index(rest, sep)
			if at < 0 {
				break
			}
			if !yield(rest[:at+keep]) {
				return
			}
			rest = rest[at+len(sep):]
		}
		yield(rest)
	}
}

func runeSeq(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; rest != ""; {
			_, size := utf8.DecodeRuneInString(rest)
			if !yield(rest[:size]) {
				return
			}
			rest = rest[size:]
		}
	}
}

// FieldsSeq yields what Fields returns.
func FieldsSeq(s string) iter.Seq[string] {
	return FieldsFuncSeq(s, unicode.IsSpace)
}

// FieldsFuncSeq yields what FieldsFunc returns.
func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := s; rest != ""; {
			start := indexFunc(rest, f, false)
			if start < 0 {
				return
			}
			rest = rest[start:]
			end := indexFunc(rest, f, true)
			if end < 0 {
				end = len(rest)
			}
			if !yield(rest[:end]) {
				return
			}
			rest = rest[end:]
		}
	}
}
