package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5 é世_\n😀ß" {
		fmt.Print(unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsPrint(r), " ", string(unicode.ToUpper(r)), string(unicode.ToLower(r)), "\n")
	}
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('я', unicode.Cyrillic, unicode.Latin), unicode.IsControl(7), unicode.IsSymbol('+'), unicode.IsNumber('½'))
	s := "a世\xff"
	r, n := utf8.DecodeRuneInString(s[1:])
	fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), r, n, utf8.RuneLen('世'), utf8.ValidRune(0xd800), utf8.RuneError)
	b := utf8.AppendRune(nil, '世')
	fmt.Println(b, utf8.FullRune(b[:2]), utf8.RuneStart(b[1]))
	last, size := utf8.DecodeLastRuneInString("x世")
	fmt.Println(last, size, utf16.Encode([]rune("a😀")), string(utf16.Decode([]uint16{0xd83d, 0xde00})))
}
