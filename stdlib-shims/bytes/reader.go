package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// A Reader reads from a byte slice.
type Reader struct {
	s        []byte
	at       int64
	lastRune int // where the rune began that was just read, else −1
}

// NewReader returns a Reader of b.
func NewReader(b []byte) *Reader {
	return &Reader{b, 0, -1}
}

// Reset makes r read b.
func (r *Reader) Reset(b []byte) {
	*r = Reader{b, 0, -1}
}

// Len returns the number of bytes still to be read.
func (r *Reader) Len() int {
	return max(0, len(r.s)-int(r.at))
}

// Size returns the length of the slice.
func (r *Reader) Size() int64 {
	return int64(len(r.s))
}

func (r *Reader) isAtEnd() bool {
	return r.at >= int64(len(r.s))
}

// Read reads some bytes into b.
func (r *Reader) Read(b []byte) (n int, err error) {
	if r.isAtEnd() {
		return 0, io.EOF
	}
	r.lastRune = -1
	n = copy(b, r.s[r.at:])
	r.at += int64(n)
	return n, nil
}

// ReadAt reads bytes from an offset.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

// ReadByte reads one byte.
func (r *Reader) ReadByte() (byte, error) {
	r.lastRune = -1
	if r.isAtEnd() {
		return 0, io.EOF
	}
	c := r.s[r.at]
	r.at++
	return c, nil
}

// UnreadByte goes back by one byte.
func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.lastRune = -1
	r.at--
	return nil
}

// ReadRune reads one rune.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.isAtEnd() {
		r.lastRune = -1
		return 0, 0, io.EOF
	}
	r.lastRune = int(r.at)
	ch, size = utf8.DecodeRune(r.s[r.at:])
	r.at += int64(size)
	return ch, size, nil
}

// UnreadRune takes back the rune that was just read.
func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	}
	if r.lastRune < 0 {
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at = int64(r.lastRune)
	r.lastRune = -1
	return nil
}

// Seek sets where the next read begins.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.lastRune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}

// WriteTo writes what remains to w.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.lastRune = -1
	if r.isAtEnd() {
		return 0, nil
	}
	rest := r.s[r.at:]
	m, err := w.Write(rest)
	if m > len(rest) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.at += int64(m)
	if m != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
