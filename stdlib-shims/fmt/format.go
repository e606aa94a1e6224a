package fmt

import (
	"strconv"
	"unicode/utf8"
)

// A printer makes one text.
type printer struct {
	buf string
	// The operand being printed, as far as it is an interface value.
	arg any

	wid, prec               int
	widPresent, precPresent bool
	minus, plus, sharp      bool
	space, zero             bool
	plusV, sharpV           bool // %+v and %#v

	erroring    bool // printing a bad verb: methods are not called
	panicking   bool // printing what a method panicked with
	wrapsErrors bool // %w is allowed
	wrapped     []int
}

func (p *printer) clearFlags() {
	p.wid, p.prec = 0, 0
	p.widPresent, p.precPresent = false, false
	p.minus, p.plus, p.sharp, p.space, p.zero = false, false, false, false, false
	p.plusV, p.sharpV = false, false
}

// Write and the next four make a printer a State.
func (p *printer) Write(b []byte) (n int, err error) {
	p.buf += string(b)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.buf += s
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool) { return p.wid, p.widPresent }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.precPresent }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// pad adds s, filled up to the width.
func (p *printer) pad(s string) {
	if !p.widPresent || p.wid == 0 {
		p.buf += s
		return
	}
	missing := p.wid - runeCount(s)
	switch {
	case missing <= 0:
		p.buf += s
	case p.minus:
		p.buf += s + repeat(" ", missing)
	case p.zero:
		p.buf += repeat("0", missing) + s
	default:
		p.buf += repeat(" ", missing) + s
	}
}

// padSpaces is pad for what must not be filled with zeros.
func (p *printer) padSpaces(s string) {
	zero := p.zero
	p.zero = false
	p.pad(s)
	p.zero = zero
}

// Verbs that a value does not have are told from others before what follows is called.

func (p *printer) fmtBool(v bool) {
	p.pad(strconv.FormatBool(v))
}

// fmtInt prints a signed integer.
func (p *printer) fmtInt(v int64, verb rune) {
	if (verb == 'v' || verb == 'd') && !p.widPresent && !p.precPresent && !p.plus && !p.space {
		p.buf += digits(v, 10)
		return
	}
	base := baseOf(verb)
	switch {
	case base > 0:
		p.fmtDigits(v, base, verb)
	case v < 0 || v > utf8.MaxRune:
		p.fmtCharacter(utf8.RuneError, digitsOf64(v, 16), verb)
	default:
		p.fmtCharacter(rune(v), digits(v, 16), verb)
	}
}

func (p *printer) fmtDigits(v int64, base int, verb rune) {
	text := digits(v, base)
	if v < 0 {
		text = text[1:]
	}
	p.integer(text, v < 0, base, verb)
}

// fmtUint prints an unsigned integer.
func (p *printer) fmtUint(v uint, verb rune) {
	base := baseOf(verb)
	switch {
	case verb == 'v' && p.sharpV:
		p.fmt0x(v, true)
	case base > 0:
		p.integer(udigits(v, base), false, base, verb)
	case v > utf8.MaxRune:
		p.fmtCharacter(utf8.RuneError, udigits(v, 16), verb)
	default:
		p.fmtCharacter(rune(v), udigits(v, 16), verb)
	}
}

func (p *printer) fmt0x(v uint, leading0x bool) {
	sharp := p.sharp
	p.sharp = leading0x
	p.integer(udigits(v, 16), false, 16, 'v')
	p.sharp = sharp
}

func baseOf(verb rune) int {
	switch verb {
	case 'v', 'd':
		return 10
	case 'b':
		return 2
	case 'o', 'O':
		return 8
	case 'x', 'X':
		return 16
	}
	return 0
}

// integer prints the digits of a number with sign, prefix and padding.
func (p *printer) integer(text string, negative bool, base int, verb rune) {
	least := 0
	if p.precPresent {
		least = p.prec
		if least == 0 && text == "0" {
			// spec of fmt: precision 0 and value 0 print nothing but padding.
			p.padSpaces("")
			return
		}
	} else if p.zero && !p.minus && p.widPresent {
		least = p.wid
		if negative || p.plus || p.space {
			least--
		}
	}
	if len(text) < least {
		text = repeat("0", least-len(text)) + text
	}
	if verb == 'X' {
		text = upper(text)
	}
	if p.sharp {
		switch base {
		case 2:
			text = "0b" + text
		case 8:
			if text[0] != '0' {
				text = "0" + text
			}
		case 16:
			if verb == 'X' {
				text = "0X" + text
			} else {
				text = "0x" + text
			}
		}
	}
	if verb == 'O' {
		text = "0o" + text
	}
	p.padSpaces(p.sign(negative) + text)
}

func (p *printer) sign(negative bool) string {
	switch {
	case negative:
		return "-"
	case p.plus:
		return "+"
	case p.space:
		return " "
	}
	return ""
}

// fmtCharacter prints an integer under %c, %q or %U.
func (p *printer) fmtCharacter(r rune, hex string, verb rune) {
	switch verb {
	case 'c':
		p.pad(string(r))
	case 'q':
		if !utf8.ValidRune(r) {
			r = utf8.RuneError
		}
		if p.plus {
			p.pad(strconv.QuoteRuneToASCII(r))
		} else {
			p.pad(strconv.QuoteRune(r))
		}
	case 'U':
		p.fmtUnicode(r, upper(hex))
	}
}

func (p *printer) fmtUnicode(r rune, hex string) {
	least := 4
	if p.precPresent && p.prec > 4 {
		least = p.prec
	}
	if len(hex) < least {
		hex = repeat("0", least-len(hex)) + hex
	}
	text := "U+" + hex
	if p.sharp && strconv.IsPrint(r) && (r != utf8.RuneError || hex == "FFFD") {
		text += " '" + string(r) + "'"
	}
	p.padSpaces(text)
}

func (p *printer) fmtFloat(v float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.float(v, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(v, size, verb, -1)
	case 'f', 'e', 'E':
		p.float(v, size, verb, 6)
	case 'F':
		p.float(v, size, 'f', 6)
	}
}

func (p *printer) float(v float64, size int, verb rune, prec int) {
	if p.precPresent {
		prec = p.prec
	}
	text := strconv.FormatFloat(v, byte(verb), prec, size)
	negative := text[0] == '-'
	if negative || text[0] == '+' {
		text = text[1:]
	}
	if text[0] == 'I' || text[0] == 'N' {
		sign := p.sign(negative)
		if text[0] == 'I' && sign == "" {
			sign = "+"
		}
		p.padSpaces(sign + text)
		return
	}
	if p.sharp && verb != 'b' {
		text = withPoint(text, verb, prec)
	}
	sign := p.sign(negative)
	if sign != "" && p.zero && !p.minus && p.widPresent && p.wid > len(text)+1 {
		p.buf += sign + repeat("0", p.wid-len(text)-1) + text
		return
	}
	p.pad(sign + text)
}

// withPoint adds what # asks for: a decimal point, and the trailing zeros that %g leaves out.
func withPoint(text string, verb rune, prec int) string {
	digits := 0
	if verb == 'g' || verb == 'G' || verb == 'x' {
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	mantissa, tail := text, ""
	hasPoint, sawDigit := false, false
scan:
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '.':
			hasPoint = true
			continue
		case c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X':
			mantissa, tail = text[:i], text[i:]
			break scan
		case c != '0':
			sawDigit = true
		}
		if sawDigit {
			digits--
		}
	}
	if !hasPoint {
		if mantissa == "0" {
			digits--
		}
		mantissa += "."
	}
	if digits > 0 {
		mantissa += repeat("0", digits)
	}
	return mantissa + tail
}

func (p *printer) fmtComplex(v complex128, size int, verb rune) {
	plus := p.plus
	p.buf += "("
	p.fmtFloat(real(v), size/2, verb)
	p.plus = true
	p.fmtFloat(imag(v), size/2, verb)
	p.buf += "i)"
	p.plus = plus
}

func (p *printer) fmtString(v string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.fmtQ(v)
		} else {
			p.fmtS(v)
		}
	case 's':
		p.fmtS(v)
	case 'x':
		p.fmtHex(v, false)
	case 'X':
		p.fmtHex(v, true)
	case 'q':
		p.fmtQ(v)
	}
}

// truncate cuts s to so many characters as the precision says.
func (p *printer) truncate(s string) string {
	if p.precPresent {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (p *printer) fmtS(s string) {
	p.pad(p.truncate(s))
}

func (p *printer) fmtQ(s string) {
	s = p.truncate(s)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		p.pad("`" + s + "`")
	case p.plus:
		p.pad(strconv.QuoteToASCII(s))
	default:
		p.pad(strconv.Quote(s))
	}
}

// fmtHex prints each byte of s as two hexadecimal digits.
func (p *printer) fmtHex(s string, isUpper bool) {
	if p.precPresent && p.prec < len(s) {
		s = s[:p.prec]
	}
	if s == "" {
		p.pad("")
		return
	}
	prefix, between := "", ""
	if p.sharp {
		prefix = "0x"
	}
	if p.space {
		between = " " + prefix
	}
	text := prefix + hexBytes(s, between)
	if isUpper {
		text = upper(text)
	}
	p.pad(text)
}

//js:native digits
func digits(v int64, base int) string

// digitsOf64 gives the digits of the 64 bits of a negative number.
//
//js:native digitsOf64
func digitsOf64(v int64, base int) string

//js:native digits
func udigits(v uint, base int) string

//js:native upper
func upper(s string) string

//js:native repeat
func repeat(s string, n int) string

//js:native runeCount
func runeCount(s string) int

//js:native hexBytes
func hexBytes(s, between string) string
