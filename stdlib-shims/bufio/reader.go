// Package bufio puts a buffer before readers and writers.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

const (
	defaultSize = 4096
	minReadSize = 16
	maxEmpty    = 100 // so many reads may give nothing before we give up
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")

	errNegativeRead  = errors.New("bufio: reader returned negative count from Read")
	errNegativeWrite = errors.New("bufio: writer returned negative count from Write")
)

// A Reader reads through a buffer.
type Reader struct {
	buf        []byte
	rd         io.Reader
	start, end int   // the part of buf that is still to be read
	err        error // what to report when that is read
	lastByte   int   // the byte that UnreadByte gives back, −1 for none
	lastSize   int   // the size of the rune that UnreadRune gives back, −1 for none
}

// NewReaderSize returns a Reader with a buffer of that size at least, rd itself if it is one.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	b := &Reader{}
	b.init(make([]byte, max(size, minReadSize)), rd)
	return b
}

// NewReader returns a Reader with a buffer of the usual size.
func NewReader(rd io.Reader) *Reader {
	return NewReaderSize(rd, defaultSize)
}

func (b *Reader) init(buf []byte, rd io.Reader) {
	*b = Reader{buf: buf, rd: rd, lastByte: -1, lastSize: -1}
}

// Size returns the size of the buffer.
func (b *Reader) Size() int {
	return len(b.buf)
}

// Reset forgets what is in the buffer and reads from r.
func (b *Reader) Reset(r io.Reader) {
	if r == b {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, defaultSize)
	}
	b.init(buf, r)
}

// fill reads some more into the buffer, which must not be full.
func (b *Reader) fill() {
	b.end = copy(b.buf, b.buf[b.start:b.end])
	b.start = 0
	if b.end == len(b.buf) {
		panic("bufio: tried to fill full buffer")
	}
	n, err := readSome(b.rd, b.buf[b.end:])
	if n < 0 {
		panic(errNegativeRead)
	}
	b.end += n
	if err != nil {
		b.err = err
	}
}

func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

// forget makes UnreadByte and UnreadRune fail.
func (b *Reader) forget() {
	b.lastByte, b.lastSize = -1, -1
}

// noteByte remembers the last byte that was read, for UnreadByte.
func (b *Reader) noteByte(c byte) {
	b.lastByte, b.lastSize = int(c), -1
}

// Buffered returns how many bytes are in the buffer.
func (b *Reader) Buffered() int {
	return b.end - b.start
}

func (b *Reader) isFull() bool {
	return b.Buffered() == len(b.buf)
}

// Peek returns the next n bytes without reading them. They are good until the next read.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.forget()
	for b.err == nil && b.Buffered() < n && !b.isFull() {
		b.fill()
	}
	waiting := b.buf[b.start:b.end]
	switch {
	case n <= len(waiting):
		return waiting[:n], nil
	case n <= len(b.buf) && b.err != nil:
		return waiting, b.takeError()
	}
	return waiting, ErrBufferFull
}

// Discard skips the next n bytes and returns how many they were.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.forget()
	for rest := n; ; {
		if b.Buffered() == 0 {
			b.fill()
		}
		skipped := min(b.Buffered(), rest)
		b.start += skipped
		rest -= skipped
		if rest == 0 {
			return n, nil
		}
		if b.err != nil {
			return n - rest, b.takeError()
		}
	}
}

// Read reads some bytes into p, by at most one Read of the underlying reader.
func (b *Reader) Read(p []byte) (n int, err error) {
	if b.Buffered() == 0 {
		if b.err != nil || len(p) == 0 {
			return 0, b.takeError()
		}
		if len(p) >= len(b.buf) {
			// The buffer would only delay what is as large as itself.
			if n, err = b.readOnce(p); n > 0 {
				b.noteByte(p[n-1])
			}
			return n, err
		}
		b.start, b.end = 0, 0
		if b.end, err = b.readOnce(b.buf); b.end == 0 {
			return 0, err
		}
		b.err = err
	}
	if n = copy(p, b.buf[b.start:b.end]); n > 0 {
		b.start += n
		b.noteByte(p[n-1])
	}
	return n, nil
}

func (b *Reader) readOnce(p []byte) (int, error) {
	n, err := b.rd.Read(p)
	if n < 0 {
		panic(errNegativeRead)
	}
	return n, err
}

// ReadByte reads one byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastSize = -1
	for b.start == b.end {
		if b.err != nil {
			return 0, b.takeError()
		}
		b.fill()
	}
	c := b.buf[b.start]
	b.start++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte takes back the last byte that was read.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.start == 0 && b.end > 0 {
		return ErrInvalidUnreadByte
	}
	if b.start > 0 {
		b.start--
	} else {
		b.end = 1
	}
	b.buf[b.start] = byte(b.lastByte)
	b.forget()
	return nil
}

// ReadRune reads one rune.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.Buffered() < utf8.UTFMax && b.Buffered() < len(b.buf) && b.err == nil && !utf8.FullRune(b.buf[b.start:b.end]) {
		b.fill()
	}
	b.lastSize = -1
	if b.start == b.end {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.start:b.end])
	b.start += size
	b.lastByte = int(b.buf[b.start-1])
	b.lastSize = size
	return r, size, nil
}

// UnreadRune takes back the rune that was just read.
func (b *Reader) UnreadRune() error {
	if size := b.lastSize; size > 0 && size <= b.start {
		b.start -= size
		b.forget()
		return nil
	}
	return ErrInvalidUnreadRune
}

// ReadSlice reads until delim and returns that part of the buffer. It is good until the next read.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	searched := 0
	for {
		if i := bytes.IndexByte(b.buf[b.start+searched:b.end], delim); i >= 0 {
			i += searched
			line = b.buf[b.start : b.start+i+1]
			b.start += i + 1
			break
		}
		if b.err != nil {
			line = b.buf[b.start:b.end]
			b.start = b.end
			err = b.takeError()
			break
		}
		if b.Buffered() >= len(b.buf) {
			b.start = b.end
			line = b.buf
			err = ErrBufferFull
			break
		}
		searched = b.Buffered()
		b.fill()
	}
	if len(line) > 0 {
		b.lastByte = int(line[len(line)-1])
		b.lastSize = -1
	}
	return line, err
}

// ReadLine reads a line without what ends it, or the beginning of one that is too long for the buffer.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	switch {
	case err == ErrBufferFull:
		// A return may belong to the newline that comes next.
		if last := len(line) - 1; last >= 0 && line[last] == '\r' {
			b.start--
			line = line[:last]
		}
		return line, true, nil
	case len(line) > 0:
		return withoutEnd(line), false, nil
	case err != nil:
		return nil, false, err
	}
	return line, false, nil
}

func withoutEnd(line []byte) []byte {
	n := len(line)
	if line[n-1] != '\n' {
		return line
	}
	if n > 1 && line[n-2] == '\r' {
		return line[:n-2]
	}
	return line[:n-1]
}

// ReadBytes reads until delim and returns a copy of that. At an error it is what was read before.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var all []byte
	for {
		part, err := b.ReadSlice(delim)
		all = append(all, part...)
		if err != ErrBufferFull {
			return all, err
		}
	}
}

// ReadString is ReadBytes for strings.
func (b *Reader) ReadString(delim byte) (string, error) {
	all := ""
	for {
		part, err := b.ReadSlice(delim)
		all += string(part)
		if err != ErrBufferFull {
			return all, err
		}
	}
}

// WriteTo writes all that can be read to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.forget()
	if b.start < b.end {
		n, err = b.writeBuffer(w)
		if err != nil {
			return n, err
		}
	}
	if from, ok := b.rd.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.rd)
		return n + m, err
	}
	for b.err == nil {
		b.fill()
		if b.start < b.end {
			m, err := b.writeBuffer(w)
			n += m
			if err != nil {
				return n, err
			}
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeError()
}

func (b *Reader) writeBuffer(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.start:b.end])
	if n < 0 {
		panic(errNegativeWrite)
	}
	if n < b.Buffered() && err == nil {
		err = io.ErrShortWrite
	}
	b.start += n
	return int64(n), err
}
