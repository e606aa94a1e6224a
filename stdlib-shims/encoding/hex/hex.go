// Package hex writes bytes as hexadecimal digits and reads them.
package hex

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength says that there is half a byte at the end.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// An InvalidByteError is a byte that is no hexadecimal digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen returns the number of digits of n bytes.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen returns the number of bytes of x digits.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst and returns how many they are.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i] = digits[b>>4]
		dst[2*i+1] = digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	n := EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string {
	dst := make([]byte, EncodedLen(len(src)))
	Encode(dst, src)
	return string(dst)
}

const noDigit = 0xff

// digit returns the value of a digit, or noDigit.
func digit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return noDigit
}

// Decode writes the bytes that src has the digits of to dst and returns how many they are, also before an error.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		high, low := digit(src[2*n]), digit(src[2*n+1])
		if high == noDigit {
			return n, InvalidByteError(src[2*n])
		}
		if low == noDigit {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if digit(src[len(src)-1]) == noDigit {
			return n, InvalidByteError(src[len(src)-1])
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes that src has the digits of to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	n := DecodedLen(len(src))
	dst = slices.Grow(dst, n)
	n, err := Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes that s has the digits of, also those before an error.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, DecodedLen(len(s)))
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

// Dump returns what Dumper writes of data.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

type encoder struct {
	w io.Writer
}

// NewEncoder returns a Writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer {
	return encoder{w}
}

func (e encoder) Write(p []byte) (n int, err error) {
	const part = 512
	for len(p) > 0 && err == nil {
		m := min(len(p), part)
		var written int
		written, err = e.w.Write(AppendEncode(nil, p[:m]))
		n += written / 2
		p = p[m:]
	}
	return n, err
}

type decoder struct {
	r    io.Reader
	err  error
	rest []byte // digits that are not decoded yet
}

// NewDecoder returns a Reader of the bytes that r has the digits of.
func NewDecoder(r io.Reader) io.Reader {
	return &decoder{r: r}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.rest) < 2 && d.err == nil {
		buf := make([]byte, 1024)
		kept := copy(buf, d.rest)
		var m int
		m, d.err = d.r.Read(buf[kept:])
		d.rest = buf[:kept+m]
		if d.err == io.EOF && len(d.rest)%2 != 0 {
			if digit(d.rest[len(d.rest)-1]) == noDigit {
				d.err = InvalidByteError(d.rest[len(d.rest)-1])
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	m := min(len(p), len(d.rest)/2)
	n, err = Decode(p, d.rest[:2*m])
	d.rest = d.rest[2*n:]
	if err != nil {
		d.err = err
		d.rest = nil
	}
	if len(d.rest) < 2 {
		return n, d.err
	}
	return n, nil
}

// A dumper writes lines of an offset, sixteen bytes in digits, and the bytes as characters.
type dumper struct {
	w        io.Writer
	offset   int
	line     []byte
	isClosed bool
}

// Dumper returns a WriteCloser that writes to w what it is given in the format of hexdump -C.
func Dumper(w io.Writer) io.WriteCloser {
	return &dumper{w: w}
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.isClosed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i, b := range data {
		d.line = append(d.line, b)
		if len(d.line) == 16 {
			if err := d.flush(); err != nil {
				return i, err
			}
		}
	}
	return len(data), nil
}

func (d *dumper) flush() error {
	text := fmt.Sprintf("%08x ", d.offset)
	for i := range 16 {
		if i < len(d.line) {
			text += fmt.Sprintf(" %02x", d.line[i])
		} else {
			text += "   "
		}
		if i == 7 || i == 15 {
			text += " "
		}
	}
	text += " |"
	for _, b := range d.line {
		if b < 32 || b > 126 {
			b = '.'
		}
		text += string(rune(b))
	}
	d.offset += len(d.line)
	d.line = d.line[:0]
	_, err := io.WriteString(d.w, text+"|\n")
	return err
}

func (d *dumper) Close() error {
	if d.isClosed {
		return nil
	}
	d.isClosed = true
	if len(d.line) == 0 {
		return nil
	}
	return d.flush()
}
