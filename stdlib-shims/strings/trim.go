package strings

import "unicode/utf8"

// Trim takes away the characters of cutset at both ends.
func Trim(s, cutset string) string {
	return TrimRight(TrimLeft(s, cutset), cutset)
}

// TrimLeft takes away the characters of cutset at the beginning.
func TrimLeft(s, cutset string) string {
	if isASCII(cutset) {
		if i := indexSet(s, cutset, false); i >= 0 {
			return s[i:]
		}
		return ""
	}
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight takes away the characters of cutset at the end.
func TrimRight(s, cutset string) string {
	if isASCII(cutset) {
		return s[:lastIndexSet(s, cutset, false)+1]
	}
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !ContainsRune(cutset, r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimFunc takes away the runes at both ends for which f is true.
func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc takes away the runes at the beginning for which f is true.
func TrimLeftFunc(s string, f func(rune) bool) string {
	if i := indexFunc(s, f, false); i >= 0 {
		return s[i:]
	}
	return ""
}

// TrimRightFunc takes away the runes at the end for which f is true.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimSpace takes away white space at both ends.
//
//js:native trimSpace
func TrimSpace(s string) string

// TrimPrefix returns s without prefix, if it has it.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix, if it has it.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
