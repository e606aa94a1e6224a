package regexp

import (
	"regexp/syntax"
	"unicode/utf8"
)

// lazyFlag is the runes before and after a place, each one more than it is, so that the end of the text is 0: what
// matters there is told from them when it is asked for. JavaScript's numbers have room for both.
type lazyFlag float64

// above is what the rune before a place is multiplied by.
const above = 1 << 21

func newLazyFlag(before, after rune) lazyFlag {
	return lazyFlag(before+1)*above + lazyFlag(after+1)
}

// match tells whether all conditions of op hold at the place.
func (f lazyFlag) match(op syntax.EmptyOp) bool {
	if op == 0 {
		return true
	}
	before := int32(f/above) - 1
	after := int32(f-lazyFlag(before+1)*above) - 1
	if op&syntax.EmptyBeginText != 0 && before >= 0 || op&syntax.EmptyEndText != 0 && after >= 0 {
		return false
	}
	if op&syntax.EmptyBeginLine != 0 && before >= 0 && before != '\n' || op&syntax.EmptyEndLine != 0 && after >= 0 && after != '\n' {
		return false
	}
	if op&(syntax.EmptyWordBoundary|syntax.EmptyNoWordBoundary) == 0 {
		return true
	}
	if syntax.IsWordChar(before) != syntax.IsWordChar(after) {
		return op&syntax.EmptyNoWordBoundary == 0
	}
	return op&syntax.EmptyWordBoundary == 0
}

// stepAt returns the rune at pos and its width.
func stepAt[T string | []byte](text T, pos int, first func(T) (rune, int)) (rune, int) {
	if pos >= len(text) {
		return endOfText, 0
	}
	if c := text[pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return first(text[pos:])
}

// contextAt returns the runes around pos.
func contextAt[T string | []byte](text T, pos int, first, last func(T) (rune, int)) lazyFlag {
	before, after := endOfText, endOfText
	if pos > 0 && pos <= len(text) {
		if before = rune(text[pos-1]); before >= utf8.RuneSelf {
			before, _ = last(text[:pos])
		}
	}
	if pos >= 0 && pos < len(text) {
		if after = rune(text[pos]); after >= utf8.RuneSelf {
			after, _ = first(text[pos:])
		}
	}
	return newLazyFlag(before, after)
}

func (i *inputString) step(pos int) (rune, int) {
	return stepAt(i.str, pos, utf8.DecodeRuneInString)
}

func (i *inputString) context(pos int) lazyFlag {
	return contextAt(i.str, pos, utf8.DecodeRuneInString, utf8.DecodeLastRuneInString)
}

func (i *inputBytes) step(pos int) (rune, int) {
	return stepAt(i.str, pos, utf8.DecodeRune)
}

func (i *inputBytes) context(pos int) lazyFlag {
	return contextAt(i.str, pos, utf8.DecodeRune, utf8.DecodeLastRune)
}
