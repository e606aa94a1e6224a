package fmt

import (
	"errors"
	"internal/dynamic"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// A ScanState is the scanner as a Scanner sees it.
type ScanState interface {
	// ReadRune reads the next character; at a newline or at the width's end it may give EOF.
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	// Token returns what follows that f accepts, after spaces if that is asked for.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// A Scanner reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values from standard input, separated by spaces or newlines.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan of one line.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values from standard input by the directives of a format.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringReader{s: str}, a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringReader{s: str}, a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringReader{s: str}, format, a...)
}

// Fscan is Scan from a reader.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, true, false)
	return s.scanAll(a)
}

// Fscanln is Scanln from a reader.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, false, true)
	return s.scanAll(a)
}

// Fscanf is Scanf from a reader.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScanner(r, false, false)
	return s.scanFormat(format, a)
}

// A stringReader reads the characters of a string.
type stringReader struct {
	s    string
	i    int
	last int
}

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, r.s[r.i:])
	r.i += n
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

func (r *stringReader) ReadRune() (c rune, size int, err error) {
	if r.i >= len(r.s) {
		r.last = 0
		return 0, 0, io.EOF
	}
	c, size = utf8.DecodeRuneInString(r.s[r.i:])
	r.i += size
	r.last = size
	return c, size, nil
}

func (r *stringReader) UnreadRune() error {
	r.i -= r.last
	r.last = 0
	return nil
}

// A byteReader reads characters byte by byte, so as not to take more from r than is asked for.
type byteReader struct {
	r       io.Reader
	rune    rune
	size    int
	isKept  bool
	pending []byte
}

func (b *byteReader) readByte() (byte, error) {
	if len(b.pending) > 0 {
		c := b.pending[0]
		b.pending = b.pending[1:]
		return c, nil
	}
	var one [1]byte
	n, err := io.ReadFull(b.r, one[:])
	if n != 1 {
		return 0, err
	}
	return one[0], nil
}

func (b *byteReader) Read(p []byte) (n int, err error) { return b.r.Read(p) }

func (b *byteReader) ReadRune() (c rune, size int, err error) {
	if b.isKept {
		b.isKept = false
		return b.rune, b.size, nil
	}
	first, err := b.readByte()
	if err != nil {
		return 0, 0, err
	}
	buf := []byte{first}
	for !utf8.FullRune(buf) {
		next, err := b.readByte()
		if err != nil {
			break
		}
		buf = append(buf, next)
	}
	b.rune, b.size = utf8.DecodeRune(buf)
	b.pending = append(buf[b.size:], b.pending...)
	return b.rune, b.size, nil
}

func (b *byteReader) UnreadRune() error {
	b.isKept = true
	return nil
}

// A scanner reads one call's values.
type scanner struct {
	rs        io.RuneScanner
	atEOF     bool
	nlIsSpace bool
	nlIsEnd   bool
	limited   bool
	width     int
	limit     int // characters left of the width
	count     int
}

// A scanError is thrown where a value cannot be read.
type scanError struct {
	err error
}

func newScanner(r io.Reader, nlIsSpace, nlIsEnd bool) *scanner {
	rs, ok := r.(io.RuneScanner)
	if !ok {
		rs = &byteReader{r: r}
	}
	return &scanner{rs: rs, nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd}
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.limited && s.limit <= 0 {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		s.limit--
		s.atEOF = s.nlIsEnd && r == '\n'
	} else if err == io.EOF {
		s.atEOF = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	s.limit++
	return nil
}

func (s *scanner) Width() (wid int, ok bool) {
	if !s.limited {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer s.catch(&err)
	if f == nil {
		f = notSpace
	}
	if skipSpace {
		s.SkipSpace()
	}
	return []byte(s.while(f)), nil
}

func (s *scanner) catch(err *error) {
	if e := recover(); e != nil {
		if failed, ok := e.(scanError); ok {
			*err = failed.err
		} else if eof, ok := e.(error); ok && eof == io.EOF {
			*err = eof
		} else {
			panic(e)
		}
	}
}

func fail(text string) {
	panic(scanError{errors.New(text)})
}

const eof = -1

func (s *scanner) next() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		panic(scanError{err})
	}
	return r
}

func (s *scanner) mustNext() rune {
	r := s.next()
	if r == eof {
		panic(scanError{io.ErrUnexpectedEOF})
	}
	return r
}

func (s *scanner) while(accepts func(rune) bool) string {
	text := ""
	for {
		r := s.next()
		if r == eof {
			return text
		}
		if !accepts(r) {
			s.UnreadRune()
			return text
		}
		text += string(r)
	}
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *scanner) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
			continue
		case r == '\n':
			if s.nlIsSpace {
				continue
			}
			fail("unexpected newline")
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// peek tells whether the next character is one of ok.
func (s *scanner) peek(ok string) bool {
	r := s.next()
	if r != eof {
		s.UnreadRune()
	}
	for _, c := range ok {
		if c == r {
			return true
		}
	}
	return false
}

func (s *scanner) accept(ok string) (string, bool) {
	r := s.next()
	if r == eof {
		return "", false
	}
	for _, c := range ok {
		if c == r {
			return string(r), true
		}
	}
	s.UnreadRune()
	return "", false
}

func (s *scanner) mustNotBeAtEnd() {
	r := s.next()
	if r == eof {
		panic(scanError{io.EOF})
	}
	s.UnreadRune()
}

func (s *scanner) scanAll(a []any) (n int, err error) {
	defer s.catch(&err)
	for _, arg := range a {
		s.scanOne('v', arg)
		n++
	}
	if s.nlIsEnd {
		for {
			r := s.next()
			if r == '\n' || r == eof {
				break
			}
			if !isSpace(r) {
				return n, errors.New("expected newline")
			}
		}
	}
	return n, nil
}

// scanOne reads one operand.
func (s *scanner) scanOne(verb rune, arg any) {
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanError{err})
		}
		return
	}
	t := dynamic.TypeOf(arg)
	if arg == nil || dynamic.Kind(t) != dynamic.Pointer {
		text := "<nil>"
		if arg != nil {
			text = typeText(arg)
		}
		fail("type not a pointer: " + text)
	}
	s.scanInto(verb, t, dynamic.ValueOf(arg))
}

func (s *scanner) scanInto(verb rune, pointerType dynamic.Type, pointer dynamic.Value) {
	t := dynamic.Elem(pointerType)
	switch kind := dynamic.Kind(t); kind {
	case dynamic.Bool:
		storeBool(pointer, s.scanBool(verb))
	case dynamic.Int, dynamic.Int8, dynamic.Int16, dynamic.Int32, dynamic.Int64:
		storeInt(pointer, s.scanInt(verb, sizeOf(t)*8))
	case dynamic.Uint, dynamic.Uint8, dynamic.Uint16, dynamic.Uint32, dynamic.Uint64, dynamic.Uintptr:
		storeUint(kind, pointer, s.scanUint(verb, sizeOf(t)*8))
	case dynamic.Float32, dynamic.Float64:
		if s.checkVerb(verb, "beEfFgGv", dynamic.Text(t)) {
			s.SkipSpace()
			s.mustNotBeAtEnd()
			storeFloat(pointer, s.float(s.floatToken(), sizeOf(t)*8))
		}
	case dynamic.Complex64, dynamic.Complex128:
		if s.checkVerb(verb, "beEfFgGv", "complex") {
			storeComplex(pointer, s.scanComplex(sizeOf(t)*4))
		}
	case dynamic.String:
		storeString(pointer, s.scanString(verb))
	case dynamic.Slice:
		if dynamic.Kind(dynamic.Elem(t)) != dynamic.Uint8 {
			fail("can't scan type: " + dynamic.Text(pointerType))
		}
		storeBytes(pointer, []byte(s.scanString(verb)))
	default:
		fail("can't scan type: " + dynamic.Text(pointerType))
	}
}

func (s *scanner) checkVerb(verb rune, ok, what string) bool {
	for _, v := range ok {
		if v == verb {
			return true
		}
	}
	fail("bad verb '%" + string(verb) + "' for " + what)
	return false
}

func (s *scanner) scanBool(verb rune) bool {
	s.SkipSpace()
	s.mustNotBeAtEnd()
	s.checkVerb(verb, "tv", "boolean")
	switch s.next() {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if _, ok := s.accept("rR"); ok {
			_, u := s.accept("uU")
			_, e := s.accept("eE")
			if !u || !e {
				fail("syntax error scanning boolean")
			}
		}
		return true
	case 'f', 'F':
		if _, ok := s.accept("aA"); ok {
			_, l := s.accept("lL")
			_, e1 := s.accept("sS")
			_, e2 := s.accept("eE")
			if !l || !e1 || !e2 {
				fail("syntax error scanning boolean")
			}
		}
		return false
	}
	return false
}

const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"
)

// base returns base and digits for a verb.
func (s *scanner) base(verb rune) (base int, digits string) {
	s.checkVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binaryDigits
	case 'o':
		return 8, octalDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decimalDigits
}

// number reads the digits of an integer, with a prefix for %v.
func (s *scanner) number(verb rune, base int, digits string) (int, string) {
	found := ""
	if verb == 'v' {
		if _, ok := s.accept("0"); ok {
			found = "0"
			if _, ok := s.accept("bB"); ok {
				base, digits, found = 0, binaryDigits+"_", "0b"
			} else if _, ok := s.accept("oO"); ok {
				base, digits, found = 0, octalDigits+"_", "0o"
			} else if _, ok := s.accept("xX"); ok {
				base, digits, found = 0, hexDigits+"_", "0x"
			} else {
				base, digits = 0, octalDigits+"_"
			}
		} else {
			digits = decimalDigits + "_"
			base = 0
		}
	}
	text := found
	if text == "" {
		s.mustNotBeAtEnd()
	}
	for {
		c, ok := s.accept(digits)
		if !ok {
			break
		}
		text += c
	}
	if text == "" {
		fail("expected integer")
	}
	return base, text
}

func (s *scanner) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return int64(s.scanRune(bits))
	}
	s.SkipSpace()
	s.mustNotBeAtEnd()
	base, digits := s.base(verb)
	sign := ""
	if verb == 'U' {
		s.unicodePrefix()
	} else {
		sign, _ = s.accept("+-")
	}
	base, text := s.number(verb, base, digits)
	i, err := strconv.ParseInt(sign+text, base, 64)
	if err != nil {
		panic(scanError{err})
	}
	if bits < 64 && (i >= 1<<(bits-1) || i < -1<<(bits-1)) {
		fail("integer overflow on token " + sign + text)
	}
	return i
}

func (s *scanner) unicodePrefix() {
	_, u := s.accept("U")
	_, plus := s.accept("+")
	if !u || !plus {
		fail("bad unicode format ")
	}
}

func (s *scanner) scanRune(bits int) rune {
	s.mustNotBeAtEnd()
	r := s.next()
	if bits == 8 && r > 127 {
		fail("overflow on character value " + string(r))
	}
	return r
}

func (s *scanner) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bits))
	}
	s.SkipSpace()
	s.mustNotBeAtEnd()
	base, digits := s.base(verb)
	if verb == 'U' {
		s.unicodePrefix()
	}
	base, text := s.number(verb, base, digits)
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		panic(scanError{err})
	}
	if bits < 64 && i>>uint(bits) != 0 {
		fail("unsigned integer overflow on token " + text)
	}
	return i
}

func (s *scanner) run(digits string) string {
	text := ""
	for {
		c, ok := s.accept(digits)
		if !ok {
			return text
		}
		text += c
	}
}

// floatToken reads what may be a floating-point number.
func (s *scanner) floatToken() string {
	text, _ := s.accept("nN")
	if text != "" {
		a, okA := s.accept("aA")
		n, okN := s.accept("nN")
		if okA && okN {
			return text + a + n
		}
		return text + a
	}
	text, _ = s.accept("+-")
	if i, ok := s.accept("iI"); ok {
		n, _ := s.accept("nN")
		f, _ := s.accept("fF")
		return text + i + n + f
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if zero, ok := s.accept("0"); ok {
		text += zero
		if x, ok := s.accept("xX"); ok {
			text += x
			digits, exponent = hexDigits+"_", "pP"
		}
	}
	text += s.run(digits)
	if point, ok := s.accept("."); ok {
		text += point + s.run(digits)
	}
	if e, ok := s.accept(exponent); ok {
		sign, _ := s.accept("+-")
		text += e + sign + s.run(decimalDigits+"_")
	}
	return text
}

func (s *scanner) float(text string, bits int) float64 {
	for i := 0; i < len(text); i++ {
		// A decimal mantissa with a binary exponent, as %b prints it.
		if text[i] == 'p' && !(len(text) > 1 && (text[1] == 'x' || text[1] == 'X' || len(text) > 2 && (text[2] == 'x' || text[2] == 'X'))) {
			f, err := strconv.ParseFloat(text[:i], bits)
			exponent, err2 := strconv.Atoi(text[i+1:])
			if err != nil || err2 != nil {
				panic(scanError{errors.Join(err, err2)})
			}
			for ; exponent > 0; exponent-- {
				f *= 2
			}
			for ; exponent < 0; exponent++ {
				f /= 2
			}
			return f
		}
	}
	f, err := strconv.ParseFloat(text, bits)
	if err != nil {
		panic(scanError{err})
	}
	return f
}

func (s *scanner) scanComplex(bits int) complex128 {
	s.SkipSpace()
	s.mustNotBeAtEnd()
	_, parens := s.accept("(")
	re := s.floatToken()
	sign, ok := s.accept("+-")
	if !ok {
		fail("syntax error scanning complex number")
	}
	im := s.floatToken()
	if _, ok := s.accept("i"); !ok {
		fail("syntax error scanning complex number")
	}
	if parens {
		if _, ok := s.accept(")"); !ok {
			fail("syntax error scanning complex number")
		}
	}
	return complex(s.float(re, bits), s.float(sign+im, bits))
}

func (s *scanner) scanString(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.mustNotBeAtEnd()
	switch verb {
	case 'q':
		return s.quotedString()
	case 'x', 'X':
		return s.hexString()
	}
	return s.while(notSpace)
}

func (s *scanner) quotedString() string {
	quote := s.next()
	text := string(quote)
	switch quote {
	case '`':
		for {
			r := s.mustNext()
			text += string(r)
			if r == quote {
				return text[1 : len(text)-1]
			}
		}
	case '"':
		for {
			r := s.mustNext()
			text += string(r)
			if r == '\\' {
				text += string(s.mustNext())
			} else if r == quote {
				break
			}
		}
		result, err := strconv.Unquote(text)
		if err != nil {
			panic(scanError{err})
		}
		return result
	}
	fail("expected quoted string")
	return ""
}

func (s *scanner) hexString() string {
	text := s.run(hexDigits)
	if text == "" {
		fail("no hex data for %x string")
	}
	if len(text)%2 != 0 {
		s.mustNext()
		fail("illegal hex digit")
	}
	out := make([]byte, len(text)/2)
	for i := range out {
		n, _ := strconv.ParseUint(text[2*i:2*i+2], 16, 8)
		out[i] = byte(n)
	}
	return string(out)
}

// scanFormat reads operands by the directives of a format.
func (s *scanner) scanFormat(format string, a []any) (n int, err error) {
	defer s.catch(&err)
	for i := 0; i < len(format); {
		if format[i] != '%' || i+1 < len(format) && format[i+1] == '%' {
			width := s.advance(format[i:])
			if width > 0 {
				i += width
				continue
			}
			if s.atEOF && (width < 0 || format[i] == '%') {
				panic(scanError{io.ErrUnexpectedEOF})
			}
			if format[i] == '%' {
				s.percent()
				i += len("%%")
				continue
			}
			if width < 0 {
				fail("input does not match format")
			}
			break
		}
		i++
		width, hasWidth := 0, false
		for i < len(format) && '0' <= format[i] && format[i] <= '9' {
			width, hasWidth = width*10+int(format[i]-'0'), true
			i++
		}
		if i >= len(format) {
			fail("missing verb: % at end of format string")
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		s.width, s.limit, s.limited = width, width, hasWidth
		if n >= len(a) {
			fail("too few operands for format '%" + format[i-size:] + "'")
		}
		s.scanOne(verb, a[n])
		n++
		s.limited = false
	}
	if n < len(a) {
		fail("too many operands")
	}
	return n, nil
}

// percent reads a percent sign.
func (s *scanner) percent() {
	s.SkipSpace()
	s.mustNotBeAtEnd()
	if _, ok := s.accept("%"); !ok {
		fail("missing literal %")
	}
}

// advance matches plain text of a format with the input and returns how much of the format it was: 0 at its end,
// −1 where they differ. A newline matches a newline or the end, other spaces match any number of spaces.
func (s *scanner) advance(format string) (i int) {
	for i < len(format) {
		c, width := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			var ok bool
			if i, ok = s.advanceSpace(format, i); !ok {
				return -1
			}
			continue
		}
		if c == '%' {
			if i+1 >= len(format) || format[i+1] != '%' {
				return i
			}
			i++
		}
		r := s.next()
		if r != c {
			if r != eof {
				s.UnreadRune()
			}
			return -1
		}
		i += width
	}
	return i
}

func (s *scanner) advanceSpace(format string, i int) (int, bool) {
	newlines, trailing := 0, false
	for i < len(format) {
		c, width := utf8.DecodeRuneInString(format[i:])
		if !isSpace(c) {
			break
		}
		trailing = c != '\n'
		if c == '\n' {
			newlines++
		}
		i += width
	}
	for range newlines {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != eof {
			s.UnreadRune()
			fail("newline in format does not match input")
		}
	}
	if trailing {
		r := s.next()
		if newlines == 0 {
			if !isSpace(r) && r != eof {
				s.UnreadRune()
				fail("expected space in input to match format")
			}
			if r == '\n' {
				fail("newline in input does not match format")
			}
		}
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != eof {
			s.UnreadRune()
		}
	}
	return i, true
}

//js:native sizeOf reads
func sizeOf(t dynamic.Type) int

//js:native storeTo
func storeBool(pointer dynamic.Value, x bool)

//js:native storeTo
func storeInt(pointer dynamic.Value, x int64)

//js:native storeUint
func storeUint(kind int, pointer dynamic.Value, x uint64)

//js:native storeTo
func storeFloat(pointer dynamic.Value, x float64)

//js:native storeTo
func storeComplex(pointer dynamic.Value, x complex128)

//js:native storeTo
func storeString(pointer dynamic.Value, x string)

//js:native storeTo
func storeBytes(pointer dynamic.Value, x []byte)
