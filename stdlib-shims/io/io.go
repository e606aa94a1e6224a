// Package io has the interfaces of reading and writing, and what can be built on them alone.
package io

import (
	"errors"
	"sync"
)

// Where Seek counts from.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	// EOF says that there is no more input.
	EOF = errors.New("EOF")
	// ErrUnexpectedEOF says that input ended in the middle of something.
	ErrUnexpectedEOF = errors.New("unexpected EOF")
	// ErrShortWrite says that a write took fewer bytes than it was given, without an error.
	ErrShortWrite = errors.New("short write")
	// ErrShortBuffer says that a read needs a larger buffer.
	ErrShortBuffer = errors.New("short buffer")
	// ErrNoProgress says that a Reader keeps giving nothing.
	ErrNoProgress = errors.New("multiple Read calls return no data or error")

	errInvalidWrite = errors.New("invalid write result")
	errWhence       = errors.New("Seek: invalid whence")
	errOffset       = errors.New("Seek: invalid offset")
)

type (
	// A Reader reads up to len(p) bytes into p.
	Reader interface {
		Read(p []byte) (n int, err error)
	}
	// A Writer writes len(p) bytes from p, or fewer and an error.
	Writer interface {
		Write(p []byte) (n int, err error)
	}
	Closer interface {
		Close() error
	}
	// A Seeker sets where the next read or write happens.
	Seeker interface {
		Seek(offset int64, whence int) (int64, error)
	}
	ReadWriter interface {
		Reader
		Writer
	}
	ReadCloser interface {
		Reader
		Closer
	}
	WriteCloser interface {
		Writer
		Closer
	}
	ReadWriteCloser interface {
		Reader
		Writer
		Closer
	}
	ReadSeeker interface {
		Reader
		Seeker
	}
	ReadSeekCloser interface {
		Reader
		Seeker
		Closer
	}
	WriteSeeker interface {
		Writer
		Seeker
	}
	ReadWriteSeeker interface {
		Reader
		Writer
		Seeker
	}
	// A ReaderFrom reads from r until its end.
	ReaderFrom interface {
		ReadFrom(r Reader) (n int64, err error)
	}
	// A WriterTo writes all that it has to w.
	WriterTo interface {
		WriteTo(w Writer) (n int64, err error)
	}
	ReaderAt interface {
		ReadAt(p []byte, off int64) (n int, err error)
	}
	WriterAt interface {
		WriteAt(p []byte, off int64) (n int, err error)
	}
	ByteReader interface {
		ReadByte() (byte, error)
	}
	ByteScanner interface {
		ByteReader
		UnreadByte() error
	}
	ByteWriter interface {
		WriteByte(c byte) error
	}
	RuneReader interface {
		ReadRune() (r rune, size int, err error)
	}
	RuneScanner interface {
		RuneReader
		UnreadRune() error
	}
	StringWriter interface {
		WriteString(s string) (n int, err error)
	}
)

// WriteString writes s to w.
func WriteString(w Writer, s string) (n int, err error) {
	switch to := w.(type) {
	case StringWriter:
		return to.WriteString(s)
	default:
		return to.Write([]byte(s))
	}
}

// ReadAtLeast reads until buf has at least min bytes.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var more int
		more, err = r.Read(buf[n:])
		n += more
	}
	switch {
	case n >= min:
		err = nil
	case n > 0 && err == EOF:
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull fills buf.
func ReadFull(r Reader, buf []byte) (n int, err error) {
	return ReadAtLeast(r, buf, len(buf))
}

// ReadAll reads until the end.
func ReadAll(r Reader) ([]byte, error) {
	all := make([]byte, 0, 512)
	for {
		free := all[len(all):cap(all)]
		n, err := r.Read(free)
		all = all[:len(all)+n]
		switch {
		case err == EOF:
			return all, nil
		case err != nil:
			return all, err
		case n == len(free):
			all = append(all, 0)[:len(all)]
		}
	}
}

// Copy copies from src to dst until the end of src.
func Copy(dst Writer, src Reader) (written int64, err error) {
	return copyBuffer(dst, src, nil)
}

// CopyBuffer is Copy through a given buffer.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if len(buf) > 0 || buf == nil {
		return copyBuffer(dst, src, buf)
	}
	panic("empty buffer in CopyBuffer")
}

// CopyN copies n bytes from src to dst.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	switch {
	case written == n:
		err = nil
	case written < n && err == nil:
		err = EOF
	}
	return written, err
}

func copyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if wt, ok := src.(WriterTo); ok {
		return wt.WriteTo(dst)
	}
	if rf, ok := dst.(ReaderFrom); ok {
		return rf.ReadFrom(src)
	}
	if buf == nil {
		size := 32 * 1024
		if l, ok := src.(*LimitedReader); ok && int64(size) > l.N {
			size = int(max(l.N, 1))
		}
		buf = make([]byte, size)
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			m, err := writeAll(dst, buf[:n])
			written += int64(m)
			if err != nil {
				return written, err
			}
		}
		switch readErr {
		case nil:
		case EOF:
			return written, nil
		default:
			return written, readErr
		}
	}
}

// writeAll writes p, and gives an error where less is written.
func writeAll(w Writer, p []byte) (int, error) {
	n, err := w.Write(p)
	switch {
	case 0 <= n && n <= len(p):
		if n < len(p) && err == nil {
			err = ErrShortWrite
		}
		return n, err
	case err == nil:
		err = errInvalidWrite
	}
	return 0, err
}

// LimitReader returns a Reader that ends after n bytes of r.
func LimitReader(r Reader, n int64) Reader {
	return &LimitedReader{r, n}
}

// A LimitedReader reads from R, N bytes at most.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	n, err = l.R.Read(atMost(p, l.N))
	l.N -= int64(n)
	return n, err
}

// atMost returns the first n bytes of p, or p where it is shorter.
func atMost(p []byte, n int64) []byte {
	return p[:min(int64(len(p)), n)]
}

// TeeReader returns a Reader that writes to w what it reads from r.
func TeeReader(r Reader, w Writer) Reader {
	return &teeReader{r, w}
}

type teeReader struct {
	from Reader
	to   Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	if n, err = t.from.Read(p); n > 0 {
		if written, failure := t.to.Write(p[:n]); failure != nil {
			return written, failure
		}
	}
	return n, err
}

// Discard is a Writer that forgets what it is given.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := make([]byte, 8192)
	for {
		m, err := r.Read(buf)
		n += int64(m)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// NopCloser returns r with a Close that does nothing. A WriterTo stays one.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return neverClosedWriterTo{r}
	}
	return neverClosed{r}
}

// net/http finds the reader as the first field of these two.

type neverClosed struct {
	Reader
}

func (neverClosed) Close() error { return nil }

type neverClosedWriterTo struct {
	Reader
}

func (neverClosedWriterTo) Close() error { return nil }

func (n neverClosedWriterTo) WriteTo(w Writer) (int64, error) {
	return n.Reader.(WriterTo).WriteTo(w)
}

// MultiReader returns a Reader that reads from one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type eofReader struct{}

func (eofReader) Read([]byte) (int, error) { return 0, EOF }

type multiReader struct {
	readers []Reader
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		if len(m.readers) == 1 {
			if nested, ok := m.readers[0].(*multiReader); ok {
				m.readers = nested.readers
				continue
			}
		}
		n, err = m.readers[0].Read(p)
		if err == EOF {
			// Another multiReader may go through the same list.
			m.readers[0] = eofReader{}
			m.readers = m.readers[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.readers) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	for len(m.readers) > 0 {
		n, err := Copy(w, m.readers[0])
		sum += n
		if err != nil {
			return sum, err
		}
		m.readers[0] = nil
		m.readers = m.readers[1:]
	}
	return sum, nil
}

// MultiWriter returns a Writer that writes to each of writers.
func MultiWriter(writers ...Writer) Writer {
	all := make([]Writer, 0, len(writers))
	for _, w := range writers {
		if nested, ok := w.(*multiWriter); ok {
			all = append(all, nested.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct {
	writers []Writer
}

func (m *multiWriter) Write(p []byte) (int, error) {
	for _, w := range m.writers {
		if n, err := w.Write(p); err != nil || n != len(p) {
			return n, orShort(err)
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (int, error) {
	for _, w := range m.writers {
		if n, err := WriteString(w, s); err != nil || n != len(s) {
			return n, orShort(err)
		}
	}
	return len(s), nil
}

// orShort is the error of a write that failed or did not take all.
func orShort(err error) error {
	if err == nil {
		return ErrShortWrite
	}
	return err
}

// NewSectionReader returns a reader of n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	const last = 1<<63 - 1
	limit := int64(last)
	if off <= last-n {
		limit = off + n
	}
	return &SectionReader{r: r, position: position{base: off, off: off}, limit: limit, n: n}
}

// A position counts from a base.
type position struct {
	base int64
	off  int64
}

// seek goes offset bytes on from start and returns where that is, seen from the base.
func (p *position) seek(start, offset int64) (int64, error) {
	to := start + offset
	if to < p.base {
		return 0, errOffset
	}
	p.off = to
	return to - p.base, nil
}

// A SectionReader reads a part of a ReaderAt.
type SectionReader struct {
	r ReaderAt
	position
	limit int64
	n     int64
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if rest := s.limit - s.off; rest > 0 {
		n, err = s.r.ReadAt(atMost(p, rest), s.off)
		s.off += int64(n)
		return n, err
	}
	return 0, EOF
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		return s.seek(s.base, offset)
	case SeekCurrent:
		return s.seek(s.off, offset)
	case SeekEnd:
		return s.seek(s.limit, offset)
	}
	return 0, errWhence
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	rest := s.Size() - off
	if off < 0 || rest <= 0 {
		return 0, EOF
	}
	n, err = s.r.ReadAt(atMost(p, rest), s.base+off)
	if err == nil && rest < int64(len(p)) {
		err = EOF
	}
	return n, err
}

// Size returns the length of the section.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer returns what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) {
	return s.r, s.base, s.n
}

// NewOffsetWriter returns a writer into w from off on.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter {
	return &OffsetWriter{w, position{off, off}}
}

// An OffsetWriter writes to a WriterAt, at positions that count from a base.
type OffsetWriter struct {
	w WriterAt
	position
}

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		return o.seek(o.base, offset)
	case SeekCurrent:
		return o.seek(o.off, offset)
	}
	return 0, errWhence
}

// ErrClosedPipe is what a closed pipe gives.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// Pipe returns both ends of a pipe in memory. A write waits until its bytes are read.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), taken: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

type pipe struct {
	writing  sync.Mutex
	data     chan []byte
	taken    chan int
	done     chan struct{}
	isClosed bool
	readErr  error // what the reader was closed with
	writeErr error // what the writer was closed with
}

func (p *pipe) close() {
	if !p.isClosed {
		p.isClosed = true
		close(p.done)
	}
}

func (p *pipe) read(b []byte) (n int, err error) {
	if p.isClosed {
		return 0, p.errorForReader()
	}
	select {
	case data := <-p.data:
		n = copy(b, data)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.errorForReader()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	if p.isClosed {
		return 0, p.errorForWriter()
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			taken := <-p.taken
			b = b[taken:]
			n += taken
		case <-p.done:
			return n, p.errorForWriter()
		}
	}
	return n, nil
}

func (p *pipe) errorForReader() error {
	if p.readErr == nil && p.writeErr != nil {
		return p.writeErr
	}
	return ErrClosedPipe
}

func (p *pipe) errorForWriter() error {
	if p.writeErr == nil && p.readErr != nil {
		return p.readErr
	}
	return ErrClosedPipe
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct {
	pipe *pipe
}

func (r *PipeReader) Read(data []byte) (n int, err error) {
	return r.pipe.read(data)
}

// Close closes the reader: writes give ErrClosedPipe.
func (r *PipeReader) Close() error {
	return r.CloseWithError(nil)
}

// CloseWithError closes the reader: writes give err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	if r.pipe.readErr == nil {
		r.pipe.readErr = err
	}
	r.pipe.close()
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct {
	pipe *pipe
}

func (w *PipeWriter) Write(data []byte) (n int, err error) {
	return w.pipe.write(data)
}

// Close closes the writer: reads give EOF.
func (w *PipeWriter) Close() error {
	return w.CloseWithError(nil)
}

// CloseWithError closes the writer: reads give err.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	if w.pipe.writeErr == nil {
		w.pipe.writeErr = err
	}
	w.pipe.close()
	return nil
}
