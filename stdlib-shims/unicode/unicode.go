// Package unicode tells what characters are: letters, digits, of which script and case.
package unicode

import "internal/category"

const (
	MaxRune         = '\U0010FFFF' // the greatest code point
	ReplacementChar = '\uFFFD'     // stands for what is no code point
	MaxASCII        = '\u007F'     // the greatest ASCII character
	MaxLatin1       = '\u00FF'     // the greatest character of Latin-1
)

// Version is the edition of Unicode that the tables follow.
const Version = "15.0.0"

// A RangeTable is a set of code points: ranges in order, first those below 0x10000.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many of R16 end within Latin-1
}

// A Range16 has every Stride-th code point from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// A Range32 is a Range16 for code points from 0x10000.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// rangeTable makes t the table that data describes. Its fields are filled in when somebody reads them: hardly
// anyone does, and there are many tables.
func rangeTable(t *RangeTable, data string) *RangeTable {
	fillLater(t, data, fill)
	return t
}

//js:native fillLater
func fillLater(t *RangeTable, data string, fill func(t *RangeTable, data string))

func fill(t *RangeTable, data string) {
	triples := ranges(data)
	t.R16, t.R32, t.LatinOffset = nil, nil, 0
	for i := 0; i < len(triples); i += 3 {
		low, high, stride := triples[i], triples[i+1], triples[i+2]
		if high > 0xffff {
			t.R32 = append(t.R32, Range32{uint32(low), uint32(high), uint32(stride)})
			continue
		}
		t.R16 = append(t.R16, Range16{uint16(low), uint16(high), uint16(stride)})
		if high <= MaxLatin1 {
			t.LatinOffset++
		}
	}
}

// ranges returns Lo, Hi and Stride of each range.
//
//js:native ranges
func ranges(data string) []rune

// isIn tells whether r is in a table of this package: 1 for yes, 0 for no, −1 where the table is another's.
//
//js:native isIn
func isIn(t *RangeTable, r rune) int32

// Is tells whether r is in a set.
func Is(rangeTab *RangeTable, r rune) bool {
	if known := isIn(rangeTab, r); known >= 0 {
		return known == 1
	}
	for _, x := range rangeTab.R16 {
		if r <= rune(x.Hi) {
			return r >= rune(x.Lo) && (x.Stride == 1 || (r-rune(x.Lo))%rune(x.Stride) == 0)
		}
	}
	for _, x := range rangeTab.R32 {
		if r <= rune(x.Hi) {
			return r >= rune(x.Lo) && (x.Stride == 1 || (r-rune(x.Lo))%rune(x.Stride) == 0)
		}
	}
	return false
}

// In tells whether r is in one of the sets.
func In(r rune, ranges ...*RangeTable) bool {
	return IsOneOf(ranges, r)
}

// IsOneOf tells whether r is in one of the sets.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// GraphicRanges has the sets of what IsGraphic is true for.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges has the sets of what IsPrint is true for, apart from the space.
var PrintRanges = []*RangeTable{L, M, N, P, S}

func isASCII(r rune) bool {
	return 0 <= r && r <= MaxASCII
}

// IsLetter tells whether r is a letter (category L).
func IsLetter(r rune) bool {
	if isASCII(r) {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return category.Is(`\p{L}`, r)
}

// IsUpper tells whether r is an upper-case letter.
func IsUpper(r rune) bool {
	if isASCII(r) {
		return 'A' <= r && r <= 'Z'
	}
	return category.Is(`\p{Lu}`, r)
}

// IsLower tells whether r is a lower-case letter.
func IsLower(r rune) bool {
	if isASCII(r) {
		return 'a' <= r && r <= 'z'
	}
	// Later editions call U+0295 a letter without case.
	return r == 0x295 || category.Is(`\p{Ll}`, r)
}

// IsTitle tells whether r is a title-case letter.
func IsTitle(r rune) bool {
	return r > MaxLatin1 && category.Is(`\p{Lt}`, r)
}

// IsDigit tells whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return category.Is(`\p{Nd}`, r)
}

// IsNumber tells whether r is a number (category N).
func IsNumber(r rune) bool {
	if isASCII(r) {
		return '0' <= r && r <= '9'
	}
	return category.Is(`\p{N}`, r)
}

// IsMark tells whether r is a mark (category M).
func IsMark(r rune) bool {
	return r > MaxLatin1 && category.Is(`\p{M}`, r)
}

// IsPunct tells whether r is punctuation (category P).
func IsPunct(r rune) bool {
	return category.Is(`\p{P}`, r)
}

// IsSymbol tells whether r is a symbol (category S).
func IsSymbol(r rune) bool {
	return category.Is(`\p{S}`, r)
}

// IsControl tells whether r is a control character (category Cc).
func IsControl(r rune) bool {
	return 0 <= r && r < ' ' || 0x7f <= r && r < 0xa0
}

// IsSpace tells whether r has the property White_Space.
func IsSpace(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x1680:
		return r == 0x85 || r == 0xa0
	case r < 0x2000:
		return r == 0x1680
	}
	return r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

// IsGraphic tells whether r is a letter, mark, number, punctuation, symbol or space (categories L, M, N, P, S, Zs).
func IsGraphic(r rune) bool {
	if isASCII(r) {
		return ' ' <= r && r < 0x7f
	}
	return category.Is(`\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}`, r)
}

// IsPrint tells whether Go takes r for printable: IsGraphic, but of spaces only U+0020.
func IsPrint(r rune) bool {
	if isASCII(r) {
		return ' ' <= r && r < 0x7f
	}
	return category.Is(`\p{L}\p{M}\p{N}\p{P}\p{S}`, r)
}
