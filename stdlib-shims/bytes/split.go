package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Split returns what is between the seps in s, its runes where sep is empty.
func Split(s, sep []byte) [][]byte {
	return splitN(s, sep, 0, -1)
}

// SplitN is Split into n parts at most; the last is what remains. Where n is 0 there are none, where it is negative all.
func SplitN(s, sep []byte, n int) [][]byte {
	return splitN(s, sep, 0, n)
}

// SplitAfter is Split with sep at the end of parts.
func SplitAfter(s, sep []byte) [][]byte {
	return splitN(s, sep, len(sep), -1)
}

// SplitAfterN is SplitN with sep at the end of parts.
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return splitN(s, sep, len(sep), n)
}

// splitN keeps some bytes of each sep. Appending to a part must not overwrite the next one.
func splitN(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	parts := [][]byte{}
	if len(sep) == 0 {
		for len(s) > 0 {
			_, size := utf8.DecodeRune(s)
			if len(parts) == n-1 {
				return append(parts, s)
			}
			parts = append(parts, s[:size:size])
			s = s[size:]
		}
		return parts
	}
	for n < 0 || len(parts) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		parts = append(parts, s[:at+keep:at+keep])
		s = s[at+len(sep):]
	}
	return append(parts, s)
}

// Fields returns what is between white space in s.
func Fields(s []byte) [][]byte {
	return FieldsFunc(s, unicode.IsSpace)
}

// FieldsFunc returns what is between runes for which f is true.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	parts := [][]byte{}
	eachField(s, f, func(part []byte) bool {
		parts = append(parts, part)
		return true
	})
	return parts
}

// FieldsSeq yields what Fields returns.
func FieldsSeq(s []byte) iter.Seq[[]byte] {
	return FieldsFuncSeq(s, unicode.IsSpace)
}

// FieldsFuncSeq yields what FieldsFunc returns.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		eachField(s, f, yield)
	}
}

func eachField(s []byte, f func(rune) bool, yield func([]byte) bool) {
	start := -1
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(s[i:])
		}
		if f(r) {
			if start >= 0 && !yield(s[start:i:i]) {
				return
			}
			start = -1
		} else if start < 0 {
			start = i
		}
		i += size
	}
	if start >= 0 {
		yield(s[start:len(s):len(s)])
	}
}

// Lines yields the lines of s with the newlines at their ends.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			end := len(s)
			if i := IndexByte(s, '\n'); i >= 0 {
				end = i + 1
			}
			line := s[:end:end]
			s = s[end:]
			if !yield(line) {
				return
			}
		}
	}
}

// SplitSeq yields what Split returns.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] {
	return splitSeq(s, sep, 0)
}

// SplitAfterSeq yields what SplitAfter returns.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] {
	return splitSeq(s, sep, len(sep))
}

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		for len(sep) == 0 && len(rest) > 0 {
			_, size := utf8.DecodeRune(rest)
			if !yield(rest[:size:size]) {
				return
			}
			rest = rest[size:]
		}
		for len(sep) > 0 {
			at := Index(rest, sep)
			if at < 0 {
				yield(rest[:len(rest):len(rest)])
				return
			}
			if !yield(rest[: at+keep : at+keep]) {
				return
			}
			rest = rest[at+len(sep):]
		}
	}
}
