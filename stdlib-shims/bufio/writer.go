package bufio

import (
	"io"
	"unicode/utf8"
)

// A Writer writes through a buffer. After an error, everything fails with it. Flush writes what is left.
type Writer struct {
	err error
	buf []byte
	n   int // how much of buf is used
	wr  io.Writer
}

// NewWriterSize returns a Writer with a buffer of that size at least, w itself if it is one.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, size), wr: w}
}

// NewWriter returns a Writer with a buffer of the usual size.
func NewWriter(w io.Writer) *Writer {
	return NewWriterSize(w, defaultSize)
}

// Size returns the size of the buffer.
func (b *Writer) Size() int {
	return len(b.buf)
}

// Reset forgets what is in the buffer and any error, and writes to w.
func (b *Writer) Reset(w io.Writer) {
	if w == b {
		return
	}
	buf := b.buf
	if buf == nil {
		buf = make([]byte, defaultSize)
	}
	*b = Writer{buf: buf, wr: w}
}

// Flush writes what is in the buffer.
func (b *Writer) Flush() error {
	if b.n == 0 || b.err != nil {
		return b.err
	}
	used := b.buf[:b.n]
	written, err := b.wr.Write(used)
	if written < len(used) && err == nil {
		err = io.ErrShortWrite
	}
	if err == nil {
		b.n = 0
	} else {
		b.n = copy(b.buf, used[min(written, len(used)):])
	}
	b.err = err
	return err
}

// Available returns how much of the buffer is free.
func (b *Writer) Available() int {
	return len(b.buf) - b.n
}

// AvailableBuffer returns an empty slice of the free part, for Write to come.
func (b *Writer) AvailableBuffer() []byte {
	return b.buf[b.n:][:0]
}

// Buffered returns how much of the buffer is used.
func (b *Writer) Buffered() int {
	return b.n
}

// put copies the beginning of text into the free part of the buffer and returns what does not fit.
func put[T string | []byte](b *Writer, text T) (rest T) {
	n := copy(b.buf[b.n:], text)
	b.n += n
	return text[n:]
}

// write writes text through the buffer. What is larger goes straight on, where direct is not nil and nothing is
// waiting: a copy would gain nothing.
func write[T string | []byte](b *Writer, text T, direct func(T) (int, error)) (int, error) {
	rest := text
	for b.err == nil && len(rest) > b.Available() {
		if b.n > 0 || direct == nil {
			rest = put(b, rest)
			b.Flush()
			continue
		}
		n, err := direct(rest)
		rest, b.err = rest[n:], err
	}
	if b.err == nil {
		rest = put(b, rest)
	}
	return len(text) - len(rest), b.err
}

// Write writes p.
func (b *Writer) Write(p []byte) (nn int, err error) {
	if b.err == nil && len(p) <= b.Available() {
		put(b, p)
		return len(p), nil
	}
	return write(b, p, b.wr.Write)
}

// WriteString writes s.
func (b *Writer) WriteString(s string) (int, error) {
	if b.err == nil && len(s) <= b.Available() {
		put(b, s)
		return len(s), nil
	}
	var direct func(string) (int, error)
	if to, ok := b.wr.(io.StringWriter); ok {
		direct = to.WriteString
	}
	return write(b, s, direct)
}

// reserve flushes where fewer than n bytes are free, and returns the error of the Writer.
func (b *Writer) reserve(n int) error {
	if b.err == nil && b.Available() < n {
		return b.Flush()
	}
	return b.err
}

// WriteByte writes c.
func (b *Writer) WriteByte(c byte) error {
	err := b.reserve(1)
	if err == nil {
		b.buf[b.n] = c
		b.n++
	}
	return err
}

// WriteRune writes the UTF-8 of r.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if uint32(r) >= utf8.RuneSelf {
		if err = b.reserve(utf8.UTFMax); err == nil {
			return b.WriteString(string(r))
		}
	} else if err = b.WriteByte(byte(r)); err == nil {
		return 1, nil
	}
	return 0, err
}

// ReadFrom writes what r gives until its end.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	to, canReadFrom := b.wr.(io.ReaderFrom)
	for err == nil {
		if err := b.reserve(1); err != nil {
			return n, err
		}
		if canReadFrom && b.n == 0 {
			var more int64
			more, b.err = to.ReadFrom(r)
			return n + more, b.err
		}
		var more int
		more, err = readSome(r, b.buf[b.n:])
		b.n += more
		n += int64(more)
	}
	if err != io.EOF {
		return n, err
	}
	// A full buffer is not left to the next write.
	return n, b.reserve(1)
}

// readSome reads until there is something or an error.
func readSome(r io.Reader, p []byte) (n int, err error) {
	for range maxEmpty {
		if n, err = r.Read(p); n != 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// A ReadWriter is a Reader and a Writer.
type ReadWriter struct {
	*Reader
	*Writer
}

// NewReadWriter puts r and w together.
func NewReadWriter(r *Reader, w *Writer) *ReadWriter {
	return &ReadWriter{r, w}
}
