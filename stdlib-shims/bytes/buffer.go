package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom offers to a Read.
const MinRead = 512

// ErrTooLarge is the panic of a Buffer that cannot grow as far as it should.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// smallest is the first capacity of a Buffer.
const smallest = 64

// A Buffer holds bytes that are written at its end and read from its beginning. The zero value is an empty one.
type Buffer struct {
	buf  []byte // the bytes from at on are still to be read
	at   int
	last int8 // what the last operation was
}

// The operations that can be undone: reading a rune of so many bytes, else one of these.
const (
	neither  = 0
	readByte = -1
)

// NewBuffer returns a Buffer that has the bytes of buf, and takes it over.
func NewBuffer(buf []byte) *Buffer {
	return &Buffer{buf: buf}
}

// NewBufferString returns a Buffer that has the bytes of s.
func NewBufferString(s string) *Buffer {
	return &Buffer{buf: []byte(s)}
}

// Bytes returns what is still to be read. It is good until the next change of b.
func (b *Buffer) Bytes() []byte {
	return b.buf[b.at:]
}

// AvailableBuffer returns an empty slice of the room at the end, for Write to come.
func (b *Buffer) AvailableBuffer() []byte {
	return b.buf[len(b.buf):]
}

// String returns what is still to be read.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.at:])
}

// Peek returns the next n bytes without reading them.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.at:], io.EOF
	}
	return b.buf[b.at : b.at+n], nil
}

// Len returns the number of bytes still to be read.
func (b *Buffer) Len() int {
	return len(b.buf) - b.at
}

// Cap returns how many bytes there is room for in all.
func (b *Buffer) Cap() int {
	return cap(b.buf)
}

// Available returns how many bytes there is room for at the end.
func (b *Buffer) Available() int {
	return cap(b.buf) - len(b.buf)
}

// Truncate keeps only the next n bytes.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = neither
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.at+n]
}

// Reset empties b.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.at = 0
	b.last = neither
}

// extend makes the buffer n bytes longer and returns where they begin.
func (b *Buffer) extend(n int) int {
	unread := b.Len()
	if unread == 0 && b.at != 0 {
		b.Reset()
	}
	if end := len(b.buf); n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	capacity := cap(b.buf)
	switch {
	case b.buf == nil && n <= smallest:
		b.buf = make([]byte, n, smallest)
		return 0
	case n <= capacity/2-unread:
		// There is room enough before what is unread.
		copy(b.buf, b.buf[b.at:])
	case capacity > 1<<63-1-capacity-n:
		panic(ErrTooLarge)
	default:
		b.buf = grown(b.buf[b.at:], b.at+n)
	}
	b.at = 0
	b.buf = b.buf[:unread+n]
	return unread
}

// grown returns a copy with room for n more bytes.
func grown(b []byte, n int) []byte {
	defer func() {
		if recover() != nil {
			panic(ErrTooLarge)
		}
	}()
	return append(b[:len(b):len(b)], make([]byte, max(n, cap(b)))...)[:len(b)]
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.buf = b.buf[:b.extend(n)]
}

// Write appends p. The error is always nil, as in the other methods that write.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = neither
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = neither
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.last = neither
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends the UTF-8 of r.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if 0 <= r && r < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	return b.WriteString(string(r))
}

// ReadFrom appends what r gives until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = neither
	for {
		at := b.extend(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// WriteTo writes what is still to be read to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = neither
	if unread := b.Len(); unread > 0 {
		m, err := w.Write(b.buf[b.at:])
		if m > unread {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.at += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != unread {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read reads some bytes into p.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = neither
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.at:])
	b.at += n
	if n > 0 {
		b.last = readByte
	}
	return n, nil
}

// Next reads n bytes, or as many as there are. They are good until the next change of b.
func (b *Buffer) Next(n int) []byte {
	b.last = neither
	n = min(n, b.Len())
	data := b.buf[b.at : b.at+n]
	b.at += n
	if n > 0 {
		b.last = readByte
	}
	return data
}

// ReadByte reads one byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.at]
	b.at++
	b.last = readByte
	return c, nil
}

// ReadRune reads one rune.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.at:])
	b.at += size
	b.last = int8(size)
	return r, size, nil
}

// UnreadRune takes back the rune that was just read.
func (b *Buffer) UnreadRune() error {
	if b.last <= neither {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.at -= min(b.at, int(b.last))
	b.last = neither
	return nil
}

// UnreadByte takes back the last byte that was read.
func (b *Buffer) UnreadByte() error {
	if b.last == neither {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = neither
	if b.at > 0 {
		b.at--
	}
	return nil
}

// ReadBytes reads until delim and returns a copy of that. Where there is no delim it is all, and the error io.EOF.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	part, err := b.readUntil(delim)
	return append(line, part...), err
}

// ReadString is ReadBytes for strings.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	part, err := b.readUntil(delim)
	return string(part), err
}

func (b *Buffer) readUntil(delim byte) (part []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.at:], delim); i >= 0 {
		end = b.at + i + 1
	} else {
		err = io.EOF
	}
	part = b.buf[b.at:end]
	b.at = end
	b.last = readByte
	return part, err
}
