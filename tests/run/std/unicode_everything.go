// The tables of unicode, UTF-8 and UTF-16.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	fs := []func(rune) bool{unicode.IsLetter, unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsDigit, unicode.IsNumber, unicode.IsMark, unicode.IsPunct, unicode.IsSymbol, unicode.IsControl, unicode.IsSpace, unicode.IsGraphic, unicode.IsPrint}
	for i, f := range fs {
		h := uint32(0)
		n := 0
		for r := rune(-3); r <= unicode.MaxRune+3; r += 1 + max(r, 0)>>11 {
			if f(r) {
				h = h*31 + uint32(r)
				n++
			}
		}
		fmt.Println(i, n, h)
	}
	gs := []func(rune) rune{unicode.ToUpper, unicode.ToLower, unicode.ToTitle, unicode.SimpleFold, unicode.TurkishCase.ToUpper, unicode.TurkishCase.ToLower, unicode.TurkishCase.ToTitle, func(r rune) rune { return unicode.To(1, r) }}
	for i, f := range gs {
		h := uint32(0)
		for r := rune(-3); r <= unicode.MaxRune+3; r += 1 + max(r, 0)>>11 {
			h = h*31 + uint32(f(r))
		}
		fmt.Println(i, h)
	}
	h := uint32(0)
	for _, c := range unicode.CaseRanges {
		h = h*31 + c.Lo
		h = h*31 + c.Hi
		for _, d := range c.Delta {
			h = h*31 + uint32(d)
		}
	}
	fmt.Println(len(unicode.CaseRanges), h, len(unicode.Categories), len(unicode.Scripts), len(unicode.Properties), len(unicode.FoldCategory), len(unicode.FoldScript), len(unicode.CategoryAliases))
	for _, m := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties, unicode.FoldCategory, unicode.FoldScript} {
		s := uint32(0)
		for k, t := range m {
			h := uint32(0)
			for _, c := range k {
				h = h*31 + uint32(c)
			}
			for r := rune(0); r <= 0x20000; r += 131 {
				if unicode.Is(t, r) {
					h = h*31 + uint32(r)
				}
			}
			for _, x := range t.R16 {
				h = h*31 + uint32(x.Lo)
				h = h*31 + uint32(x.Hi)
				h = h*31 + uint32(x.Stride)
			}
			for _, x := range t.R32 {
				h = h*31 + uint32(x.Lo)
				h = h*31 + uint32(x.Hi)
				h = h*31 + uint32(x.Stride)
			}
			h = h*31 + uint32(t.LatinOffset)
			for r := rune(0); r <= 0x20000; r += 131 {
				if unicode.Is(t, r) {
					h = h*31 + uint32(r)
				}
			}
			s += h
		}
		fmt.Println(s)
	}
	fmt.Println(unicode.In('世', unicode.Latin, unicode.Han), unicode.L == unicode.Letter, unicode.Categories["L"] == unicode.L)
	tests := []string{"", "a", "é", "世界", "\xff", "a\xc3", "\xe4\xb8", "\xf0\x9f\x98", "\xf0\x9f\x98\x80", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xe0\x80", "\xe0\xa0", "ab\xe4\xb8\x96\xff\xc3", "\xf8abc"}
	for _, s := range tests {
		r, n := utf8.DecodeRuneInString(s)
		r2, n2 := utf8.DecodeRune([]byte(s))
		l, m := utf8.DecodeLastRuneInString(s)
		l2, m2 := utf8.DecodeLastRune([]byte("x" + s)[1:])
		fmt.Println(r, n, r2, n2, l, m, l2, m2, utf8.ValidString(s), utf8.Valid([]byte(s)), utf8.FullRuneInString(s), utf8.FullRune([]byte(s)), utf8.RuneCountInString(s), utf8.RuneCount([]byte(s)))
	}
	// all two and three byte beginnings
	h = 0
	for a := 0x7f; a < 256; a++ {
		for b := 0x7f; b < 256; b += 1 {
			s := string([]byte{byte(a), byte(b)})
			r, n := utf8.DecodeRuneInString(s)
			h = h*31 + uint32(r) + uint32(n)
			if utf8.FullRuneInString(s) {
				h++
			}
			for c := 0x7c; c < 256; c += 9 {
				s := string([]byte{byte(a), byte(b), byte(c)})
				r, n := utf8.DecodeRuneInString(s)
				h = h*31 + uint32(r) + uint32(n)
				r, n = utf8.DecodeLastRuneInString(s)
				h = h*31 + uint32(r) + uint32(n)
				if utf8.FullRuneInString(s) {
					h++
				}
				if utf8.FullRuneInString(s[:1]) {
					h++
				}
			}
		}
	}
	fmt.Println(h)
	for _, r := range []rune{-1, 0, 'a', 0x80, 0x7ff, 0x800, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000} {
		var b [4]byte
		n := utf8.EncodeRune(b[:], r)
		fmt.Println(r, n, b[0], b[1], b[2], b[3], utf8.RuneLen(r), utf8.ValidRune(r), string(utf8.AppendRune([]byte("x"), r)), utf16.RuneLen(r), utf16.IsSurrogate(r))
		x, y := utf16.EncodeRune(r)
		fmt.Println(x, y, utf16.DecodeRune(x, y))
	}
	u := utf16.Encode([]rune("a世😀\xff"))
	for _, x := range u {
		fmt.Print(x, " ")
	}
	fmt.Println(string(utf16.Decode(append(u, 0xd83d, 'x', 0xdc00, 0xd800))))
}
