package strconv

import (
	"internal/category"
	"unicode/utf8"
)

// Which characters are written as they are.
const (
	printable = iota
	graphic
	ascii
)

// Quote returns s as a Go string literal in double quotes; what IsPrint refuses is escaped.
func Quote(s string) string {
	return quoted(s, '"', printable)
}

// QuoteToASCII is Quote with everything escaped that is not ASCII.
func QuoteToASCII(s string) string {
	return quoted(s, '"', ascii)
}

// QuoteToGraphic is Quote with what IsGraphic accepts left as it is.
func QuoteToGraphic(s string) string {
	return quoted(s, '"', graphic)
}

// QuoteRune returns r as a Go character literal.
func QuoteRune(r rune) string {
	return quotedRune(r, printable)
}

// QuoteRuneToASCII is QuoteRune with everything escaped that is not ASCII.
func QuoteRuneToASCII(r rune) string {
	return quotedRune(r, ascii)
}

// QuoteRuneToGraphic is QuoteRune with what IsGraphic accepts left as it is.
func QuoteRuneToGraphic(r rune) string {
	return quotedRune(r, graphic)
}

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte {
	return append(dst, Quote(s)...)
}

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte {
	return append(dst, QuoteToASCII(s)...)
}

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return append(dst, QuoteToGraphic(s)...)
}

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte {
	return append(dst, QuoteRune(r)...)
}

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToASCII(r)...)
}

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

func quoted(s string, quote byte, keep int) string {
	mark := string(rune(quote))
	if isPlain(s) {
		return mark + s + mark
	}
	out := mark
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && width == 1 {
			out += `\x` + hexDigits(rune(s[i]), 2)
		} else {
			out += escaped(r, quote, keep)
		}
		i += width
	}
	return out + mark
}

func quotedRune(r rune, keep int) string {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return "'" + escaped(r, '\'', keep) + "'"
}

func escaped(r rune, quote byte, keep int) string {
	if r == rune(quote) || r == '\\' {
		return `\` + string(r)
	}
	if r < utf8.RuneSelf || keep != ascii {
		if IsPrint(r) || keep == graphic && IsGraphic(r) {
			return string(r)
		}
	}
	switch r {
	case '\a':
		return `\a`
	case '\b':
		return `\b`
	case '\f':
		return `\f`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	case '\v':
		return `\v`
	}
	switch {
	case r < ' ' || r == 0x7f:
		return `\x` + hexDigits(r, 2)
	case !utf8.ValidRune(r):
		return `\ufffd`
	case r < 0x10000:
		return `\u` + hexDigits(r, 4)
	default:
		return `\U` + hexDigits(r, 8)
	}
}

func hexDigits(r rune, width int) string {
	text := FormatInt(int64(r), 16)
	return "00000000"[:width-len(text)] + text
}

// isPlain tells whether s consists of printable ASCII characters other than quotes and backslashes.
//
//js:native isPlain
func isPlain(s string) bool

// IsPrint tells whether r is printable: letters, marks, numbers, punctuation, symbols and the ASCII space.
func IsPrint(r rune) bool {
	return r == ' ' || category.Is(printed, r)
}

// printed has the categories of what is printable, besides the space.
const printed = `\p{L}\p{M}\p{N}\p{P}\p{S}`

// IsGraphic tells whether r is printable or a space.
func IsGraphic(r rune) bool {
	return IsPrint(r) || category.Is(`\p{Zs}`, r)
}

// CanBackquote tells whether s can stand on one line between backquotes.
func CanBackquote(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || r == 0xfeff || r < ' ' && r != '\t' || r == '`' || r == 0x7f {
			// A valid U+FFFD is refused here too only if it stands for a bad byte.
			if r != utf8.RuneError || !utf8.ValidString(s) {
				return false
			}
		}
	}
	return true
}

// UnquoteChar reads the first character, perhaps an escape, of a literal in quotes of this kind. multibyte tells
// whether it needs UTF-8, which \x and octal escapes do not.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) == 1 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	case 'x':
		return escapedNumber(s, 2, 16, c)
	case 'u':
		return escapedNumber(s, 4, 16, c)
	case 'U':
		return escapedNumber(s, 8, 16, c)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return escapedNumber(string(rune(c))+s, 3, 8, c)
	}
	return 0, false, "", ErrSyntax
}

func escapedNumber(s string, digits, base int, kind byte) (rune, bool, string, error) {
	if len(s) < digits {
		return 0, false, "", ErrSyntax
	}
	v := 0
	for i := 0; i < digits; i++ {
		d := 99
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			d = int(c - '0')
		case 'a' <= c && c <= 'f':
			d = int(c-'a') + 10
		case 'A' <= c && c <= 'F':
			d = int(c-'A') + 10
		}
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		v = v*base + d
	}
	isRune := kind == 'u' || kind == 'U'
	if isRune && (v > utf8.MaxRune || !utf8.ValidRune(rune(v))) || base == 8 && v > 255 {
		return 0, false, "", ErrSyntax
	}
	return rune(v), isRune, s[digits:], nil
}

// Unquote returns what a Go string literal, raw string literal or character literal stands for.
func Unquote(s string) (string, error) {
	text, rest, err := unquote(s)
	if err != nil || rest != "" {
		return "", ErrSyntax
	}
	return text, nil
}

// QuotedPrefix returns the literal, as it is written, that s starts with.
func QuotedPrefix(s string) (string, error) {
	_, rest, err := unquote(s)
	if err != nil {
		return "", ErrSyntax
	}
	return s[:len(s)-len(rest)], nil
}

func unquote(in string) (text, rest string, err error) {
	if len(in) < 2 {
		return "", "", ErrSyntax
	}
	quote := in[0]
	if quote == '`' {
		return unquoteRaw(in)
	}
	if quote != '"' && quote != '\'' {
		return "", "", ErrSyntax
	}
	if length := plainLength(in); length > 0 && quote == '"' {
		return in[1 : length-1], in[length:], nil
	}
	rest = in[1:]
	for rest != "" && rest[0] != quote {
		if rest[0] == '\n' {
			return "", "", ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", "", err
		}
		if r < utf8.RuneSelf || !multibyte {
			text += byteString(byte(r))
		} else {
			text += string(r)
		}
		rest = tail
		if quote == '\'' {
			break
		}
	}
	if rest == "" || rest[0] != quote || quote == '\'' && text == "" {
		return "", "", ErrSyntax
	}
	return text, rest[1:], nil
}

// unquoteRaw reads `…`; carriage returns do not count.
func unquoteRaw(in string) (text, rest string, err error) {
	for i := 1; i < len(in); i++ {
		switch in[i] {
		case '`':
			return text, in[i+1:], nil
		case '\r':
		default:
			text += in[i : i+1]
		}
	}
	return "", "", ErrSyntax
}

// plainLength returns the length of a literal in double quotes without escapes that s starts with, 0 if it is not one.
//
//js:native plainLength
func plainLength(s string) int

//js:native byteString
func byteString(b byte) string
