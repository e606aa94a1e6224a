package unicode

// The cases, as indexes of the deltas of a CaseRange.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as the delta of a CaseRange says that upper and lower case alternate.
const UpperLower = MaxRune + 1

// A CaseRange tells what to add to the code points from Lo to Hi for each case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// CaseRanges has the ranges of all letters with case.
var CaseRanges = caseRanges()

func caseRanges() []CaseRange {
	numbers := caseNumbers()
	var all []CaseRange
	for i := 0; i < len(numbers); i += 5 {
		delta := d{numbers[i+2], numbers[i+3], numbers[i+4]}
		all = append(all, CaseRange{uint32(numbers[i]), uint32(numbers[i+1]), delta})
	}
	return all
}

// caseNumbers returns Lo, Hi and the three deltas of each range.
//
//js:native caseNumbers
func caseNumbers() []rune

//js:native toCase
func toCase(to int, r rune) rune

// To maps r to UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar
	}
	return toCase(_case, r)
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			return r - 0x20
		}
		return r
	}
	return toCase(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if r <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			return r + 0x20
		}
		return r
	}
	return toCase(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			return r - 0x20
		}
		return r
	}
	return toCase(TitleCase, r)
}

// SimpleFold goes around the runes that are the same without regard to case: it returns the next greater one, from
// the greatest the least.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	// There are a sign for Kelvin and a long s.
	if lower := r | 0x20; lower >= 'a' && lower <= 'z' && lower != 'k' && lower != 's' {
		return r ^ 0x20
	}
	if folded := foldSpecial(r); folded >= 0 {
		return folded
	}
	if lower := ToLower(r); lower != r {
		return lower
	}
	return ToUpper(r)
}

// foldSpecial returns −1 for a rune that only has an upper and a lower case.
//
//js:native foldSpecial
func foldSpecial(r rune) rune

// A SpecialCase has the letters whose cases are different in a language.
type SpecialCase []CaseRange

// TurkishCase tells i with a dot from ı without.
var TurkishCase SpecialCase = SpecialCase{
	{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

// AzeriCase is the same as TurkishCase.
var AzeriCase SpecialCase = TurkishCase

// ToUpper maps r to upper case, by special where that says something else than r.
func (special SpecialCase) ToUpper(r rune) rune {
	if mapped := special.to(UpperCase, r); mapped != r {
		return mapped
	}
	if special.has(r) {
		return r
	}
	return ToUpper(r)
}

// ToLower maps r to lower case, as ToUpper does to upper case.
func (special SpecialCase) ToLower(r rune) rune {
	if mapped := special.to(LowerCase, r); mapped != r {
		return mapped
	}
	if special.has(r) {
		return r
	}
	return ToLower(r)
}

// ToTitle maps r to title case, as ToUpper does to upper case.
func (special SpecialCase) ToTitle(r rune) rune {
	if mapped := special.to(TitleCase, r); mapped != r {
		return mapped
	}
	if special.has(r) {
		return r
	}
	return ToTitle(r)
}

func (special SpecialCase) has(r rune) bool {
	for _, x := range special {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			return true
		}
	}
	return false
}

func (special SpecialCase) to(to int, r rune) rune {
	for _, x := range special {
		if rune(x.Lo) <= r && r <= rune(x.Hi) {
			if x.Delta[to] <= MaxRune {
				return r + x.Delta[to]
			}
			// Upper case comes first, at even distances.
			return rune(x.Lo) + (r-rune(x.Lo))&^1 + rune(to&1)
		}
	}
	return r
}
