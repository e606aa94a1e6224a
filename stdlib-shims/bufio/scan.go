package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
	// ErrFinalToken is what a SplitFunc returns to end the input after its token, without an error.
	ErrFinalToken = errors.New("final token")
)

const (
	// MaxScanTokenSize is the size that a token must be less than, unless Buffer says another.
	MaxScanTokenSize = 64 * 1024

	firstBufferSize = 4096
)

// A SplitFunc finds the next token at the beginning of data, tells how many bytes to go on by, and returns 0, nil, nil
// where it needs more data. At the end of input, atEOF is true.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner reads tokens: lines, unless Split says others.
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	maxSize    int
	token      []byte
	buf        []byte
	start, end int // the part of buf that is still to be split
	err        error
	empties    int // tokens without progress in a row
	isScanning bool
	isDone     bool
}

// NewScanner returns a Scanner for the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, maxSize: MaxScanTokenSize}
}

// Err returns the first error other than the end of input.
func (s *Scanner) Err() error {
	if s.err != io.EOF {
		return s.err
	}
	return nil
}

// Bytes returns the token that Scan found. The next Scan may overwrite it.
func (s *Scanner) Bytes() []byte {
	return s.token
}

// Text returns the token that Scan found as a string.
func (s *Scanner) Text() string {
	return string(s.token)
}

// Buffer sets the first buffer and how large one may become.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.isScanning {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.maxSize = max
}

// Split sets how to find tokens.
func (s *Scanner) Split(split SplitFunc) {
	if s.isScanning {
		panic("Split called after Scan")
	}
	s.split = split
}

// Scan goes on to the next token and tells whether there is one.
func (s *Scanner) Scan() bool {
	s.isScanning = true
	for !s.isDone {
		// Without an error, a SplitFunc is only asked where there is something to split.
		if isLast := s.err != nil; isLast || s.start < s.end {
			advance, token, err := s.split(s.buf[s.start:s.end], isLast)
			if err != nil {
				return s.stop(token, err)
			}
			if !s.advance(advance) {
				return false
			}
			s.token = token
			if token != nil {
				s.checkProgress(advance)
				return true
			}
			if isLast {
				s.start, s.end = 0, 0
				return false
			}
		}
		if !s.makeRoom() {
			return false
		}
		s.read()
	}
	return false
}

// stop ends scanning by an error of the SplitFunc.
func (s *Scanner) stop(token []byte, err error) bool {
	if err == ErrFinalToken {
		s.token = token
		s.isDone = true
		return token != nil
	}
	return s.fail(err)
}

func (s *Scanner) setError(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

func (s *Scanner) advance(n int) bool {
	if 0 <= n && n <= s.end-s.start {
		s.start += n
		return true
	}
	if n < 0 {
		return s.fail(ErrNegativeAdvance)
	}
	return s.fail(ErrAdvanceTooFar)
}

// fail ends scanning with an error.
func (s *Scanner) fail(err error) bool {
	s.setError(err)
	s.token = nil
	return false
}

// checkProgress panics where a SplitFunc gives empty tokens for ever.
func (s *Scanner) checkProgress(advance int) {
	if s.err == nil || advance > 0 {
		s.empties = 0
		return
	}
	s.empties++
	if s.empties > maxEmpty {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
}

// makeRoom sees to it that the buffer is not full.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.maxSize || len(s.buf) > (1<<63-1)/2 {
		return s.fail(ErrTooLong)
	}
	size := 2 * len(s.buf)
	if size == 0 {
		size = firstBufferSize
	}
	larger := make([]byte, min(size, s.maxSize))
	copy(larger, s.buf[s.start:s.end])
	s.buf = larger
	s.end -= s.start
	s.start = 0
	return true
}

// read reads something into the buffer, or notes the error.
func (s *Scanner) read() {
	for range maxEmpty + 1 {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || len(s.buf)-s.end < n {
			s.setError(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.setError(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
	}
	s.setError(io.ErrNoProgress)
}

// ScanBytes is a SplitFunc for single bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes is a SplitFunc for single runes. What is not valid becomes the UTF-8 of U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte("\uFFFD"), nil
	}
	return size, data[:size], nil
}

// ScanLines is a SplitFunc for lines without what ends them. The last line need not end.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	end := bytes.IndexByte(data, '\n')
	switch {
	case end >= 0:
		advance = end + 1
	case atEOF && len(data) > 0:
		end, advance = len(data), len(data)
	default:
		return 0, nil, nil
	}
	return advance, withoutReturn(data[:end]), nil
}

func withoutReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanWords is a SplitFunc for what is between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := bytes.IndexFunc(data, isNotSpace)
	if start < 0 {
		// Half a rune at the end cannot be white space here: it would be invalid, which is none.
		return len(data), nil, nil
	}
	for i := start; i < len(data); {
		r, size := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[i:])
		}
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

func isNotSpace(r rune) bool {
	return !unicode.IsSpace(r)
}
