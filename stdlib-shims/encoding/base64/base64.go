// Package base64 writes bytes as digits in base 64 and reads them, as RFC 4648 says.
package base64

import (
	"io"
	"slices"
	"strconv"
)

const (
	StdPadding rune = '=' // the usual padding
	NoPadding  rune = -1  // no padding
)

// An Encoding has 64 digits and perhaps a character that fills up the last group of four.
type Encoding struct {
	digits   string
	values   [256]byte // of digits, else noDigit
	padding  rune
	isStrict bool
}

const noDigit = 0xff

// StdEncoding is the standard encoding.
var StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

// URLEncoding has digits that mean nothing in URLs and names of files.
var URLEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

// RawStdEncoding is StdEncoding without padding.
var RawStdEncoding = StdEncoding.WithPadding(NoPadding)

// RawURLEncoding is URLEncoding without padding.
var RawURLEncoding = URLEncoding.WithPadding(NoPadding)

// NewEncoding returns an Encoding with 64 digits and the usual padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	enc := &Encoding{digits: encoder, padding: StdPadding}
	for i := range enc.values {
		enc.values[i] = noDigit
	}
	for i := range 64 {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case enc.values[c] != noDigit:
			panic("encoding alphabet includes duplicate symbols")
		}
		enc.values[c] = byte(i)
	}
	return enc
}

// WithPadding returns the same Encoding with another padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != noDigit:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict returns the same Encoding, but bits that belong to no byte must be zero.
func (enc Encoding) Strict() *Encoding {
	enc.isStrict = true
	return &enc
}

// EncodedLen returns the number of digits of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen returns how many bytes n digits can have at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return bytesOf(n)
	}
	return n / 4 * 3
}

// bytesOf returns how many bytes n digits are without padding.
func bytesOf(n int) int { return n/4*3 + n%4*6/8 }

// Encode writes the digits of src to dst, EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	at, digits := 0, enc.digits
	for i := 0; i+2 < len(src); i += 3 {
		bits := uint32(src[i])<<16 | uint32(src[i+1])<<8 | uint32(src[i+2])
		dst[at+3] = digits[bits&63]
		dst[at] = digits[bits>>18]
		dst[at+1] = digits[bits>>12&63]
		dst[at+2] = digits[bits>>6&63]
		at += 4
	}
	rest := src[len(src)/3*3:]
	if len(rest) == 0 {
		return
	}
	bits := uint32(rest[0]) << 16
	if len(rest) == 2 {
		bits |= uint32(rest[1]) << 8
	}
	last := [4]byte{digits[bits>>18], digits[bits>>12&63], digits[bits>>6&63]}
	n := len(rest) + 1
	for ; enc.padding != NoPadding && n < 4; n++ {
		last[n] = byte(enc.padding)
	}
	_ = dst[at+n-1]
	copy(dst[at:], last[:n])
}

// AppendEncode appends the digits of src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

// EncodeToString returns the digits of src.
func (enc *Encoding) EncodeToString(src []byte) string {
	buf := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(buf, src)
	return string(buf)
}

// A CorruptInputError is where the first wrong byte is.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

func skipNewlines(src []byte, at int) int {
	for at < len(src) && (src[at] == '\n' || src[at] == '\r') {
		at++
	}
	return at
}

// group reads up to four digits from at on and returns their bits, how many they are and where the next group begins.
func (enc *Encoding) group(src []byte, at int) (bits uint32, count, next int, err error) {
	for {
		at = skipNewlines(src, at)
		if at == len(src) {
			if count == 1 || count > 0 && enc.padding != NoPadding {
				return 0, 0, at, CorruptInputError(at - count)
			}
			return bits << (6 * (4 - count)), count, at, nil
		}
		if value := enc.values[src[at]]; value != noDigit {
			bits = bits<<6 | uint32(value)
			at++
			if count++; count == 4 {
				return bits, count, at, nil
			}
			continue
		}
		if rune(src[at]) != enc.padding || count < 2 {
			return 0, 0, at, CorruptInputError(at)
		}
		next, err = enc.end(src, at+1, count)
		if err != nil && next < 0 {
			return 0, 0, at, err
		}
		return bits << (6 * (4 - count)), count, next, err
	}
}

// end reads what must follow the first padding. The result is −1 where the group itself is wrong.
func (enc *Encoding) end(src []byte, at, count int) (next int, err error) {
	if count == 2 {
		at = skipNewlines(src, at)
		if at == len(src) {
			return -1, CorruptInputError(at)
		}
		if rune(src[at]) != enc.padding {
			return -1, CorruptInputError(at - 1)
		}
		at++
	}
	at = skipNewlines(src, at)
	if at < len(src) {
		return at, CorruptInputError(at)
	}
	return at, nil
}

// Decode writes the bytes that src has the digits of to dst and returns how many they are, also before an error.
// Ends of lines are left out.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	for at := 0; at < len(src); {
		// Four digits in a row are the usual case.
		if at+3 < len(src) && n+2 < len(dst) {
			a, b, c, d := enc.values[src[at]], enc.values[src[at+1]], enc.values[src[at+2]], enc.values[src[at+3]]
			if a|b|c|d != noDigit {
				dst[n], dst[n+1], dst[n+2] = a<<2|b>>4, b<<4|c>>2, c<<6|d
				n += 3
				at += 4
				continue
			}
		}
		bits, count, next, err := enc.group(src, at)
		if enc.isStrict && (count == 2 && bits&0xffff != 0 || count == 3 && bits&0xff != 0) {
			return n, CorruptInputError(next - 4 + count)
		}
		for k := 1; k < count; k++ {
			dst[n] = byte(bits >> 16)
			bits <<= 8
			n++
		}
		if err != nil {
			return n, err
		}
		at = next
	}
	return n, nil
}

// AppendDecode appends the bytes that src has the digits of to dst.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	digits := len(src)
	for digits > 0 && rune(src[digits-1]) == enc.padding {
		digits--
	}
	n := bytesOf(digits)
	dst = slices.Grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes that s has the digits of, also those before an error.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(dst, []byte(s))
	return dst[:n], err
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte // fewer than three bytes that no digits have been written for
	err  error
}

// NewEncoder returns a WriteCloser that writes the digits of what it is given to w. Close writes those of the last bytes.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser {
	return &encoder{enc: enc, w: w}
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	const part = 768
	for len(p) > 0 {
		m := min(len(p), part-len(e.rest))
		data := append(e.rest, p[:m]...)
		whole := len(data) / 3 * 3
		if whole > 0 {
			if _, e.err = e.w.Write(e.enc.AppendEncode(nil, data[:whole])); e.err != nil {
				return n, e.err
			}
		}
		e.rest = append([]byte(nil), data[whole:]...)
		n += m
		p = p[m:]
	}
	return n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest))
		e.rest = nil
	}
	return e.err
}

type decoder struct {
	enc     *Encoding
	r       io.Reader
	err     error
	readErr error
	digits  []byte // that are not decoded yet
	out     []byte // bytes that are not read yet
}

// NewDecoder returns a Reader of the bytes that r has the digits of.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader {
	return &decoder{enc: enc, r: r}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 && d.err == nil {
		d.fill()
		if len(p) == 0 {
			break
		}
	}
	if len(d.out) > 0 {
		n = copy(p, d.out)
		d.out = d.out[n:]
		return n, nil
	}
	return 0, d.err
}

// fill decodes the whole groups of what can be read.
func (d *decoder) fill() {
	for len(d.digits) < 4 && d.readErr == nil {
		buf := make([]byte, 1024)
		var n int
		n, d.readErr = d.r.Read(buf)
		for _, c := range buf[:n] {
			if c != '\n' && c != '\r' {
				d.digits = append(d.digits, c)
			}
		}
	}
	n := len(d.digits) / 4 * 4
	if n == 0 {
		if len(d.digits) > 0 && d.enc.padding == NoPadding {
			n = len(d.digits)
		} else {
			d.err = d.readErr
			if d.err == io.EOF && len(d.digits) > 0 {
				d.err = io.ErrUnexpectedEOF
			}
			return
		}
	}
	out := make([]byte, d.enc.DecodedLen(n)+3)
	m, err := d.enc.Decode(out, d.digits[:n])
	d.out = out[:m]
	d.err = err
	d.digits = d.digits[n:]
}
