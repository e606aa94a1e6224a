// Package memory reads from what is in memory: it is the readers of bytes and strings.
package memory

import (
	"errors"
	"io"
	"unicode/utf8"
)

// A Source reads from a string or a byte slice. The zero value reads from an empty one.
type Source[T string | []byte] struct {
	text     T
	next     int64 // where the next read begins, which may be beyond the end
	runeSize int64 // the size of the rune that was just read, 0 after anything else
}

// Reset reads text from its beginning.
func (s *Source[T]) Reset(text T) { *s = Source[T]{text: text} }

// Size returns the length of the whole text.
func (s *Source[T]) Size() int64 { return int64(len(s.text)) }

// Len returns the number of bytes still to be read.
func (s *Source[T]) Len() int { return int(max(s.Size()-s.next, 0)) }

// fail makes an error of the method of bytes.Reader or strings.Reader.
func (s *Source[T]) fail(method, problem string) error {
	if s.isString() {
		return errors.New("strings.Reader." + method + ": " + problem)
	}
	return errors.New("bytes.Reader." + method + ": " + problem)
}

func (s *Source[T]) isString() bool {
	_, ok := any(s.text).(string)
	return ok
}

// atBeginning is the error where there is nothing to go back to.
func (s *Source[T]) atBeginning(method string) error {
	if s.isString() {
		return s.fail(method, "at beginning of string")
	}
	return s.fail(method, "at beginning of slice")
}

// Read reads some bytes into b.
func (s *Source[T]) Read(b []byte) (n int, err error) {
	if s.Len() == 0 {
		return 0, io.EOF
	}
	n = copy(b, s.text[s.next:])
	s.next, s.runeSize = s.next+int64(n), 0
	return n, nil
}

// ReadAt fills b from an offset on, as far as there are bytes.
func (s *Source[T]) ReadAt(b []byte, off int64) (n int, err error) {
	switch {
	case off < 0:
		return 0, s.fail("ReadAt", "negative offset")
	case off < s.Size():
		n = copy(b, s.text[off:])
		if n == len(b) {
			return n, nil
		}
	}
	return n, io.EOF
}

// ReadByte reads one byte.
func (s *Source[T]) ReadByte() (byte, error) {
	s.runeSize = 0
	if s.Len() == 0 {
		return 0, io.EOF
	}
	s.next++
	return s.text[s.next-1], nil
}

// UnreadByte goes back by one byte.
func (s *Source[T]) UnreadByte() error {
	if s.next == 0 {
		return s.atBeginning("UnreadByte")
	}
	s.next--
	s.runeSize = 0
	return nil
}

// ReadRune reads one rune.
func (s *Source[T]) ReadRune() (ch rune, size int, err error) {
	s.runeSize = 0
	rest := s.Len()
	if rest == 0 {
		return 0, 0, io.EOF
	}
	ch, size = rune(s.text[s.next]), 1
	if ch >= utf8.RuneSelf {
		ch, size = utf8.DecodeRuneInString(string(s.text[s.next : s.next+int64(min(rest, utf8.UTFMax))]))
	}
	s.runeSize = int64(size)
	s.next += s.runeSize
	return ch, size, nil
}

// UnreadRune takes back the rune that was just read.
func (s *Source[T]) UnreadRune() error {
	if s.next == 0 {
		return s.atBeginning("UnreadRune")
	}
	if s.runeSize == 0 {
		return s.fail("UnreadRune", "previous operation was not ReadRune")
	}
	s.next, s.runeSize = s.next-s.runeSize, 0
	return nil
}

// Seek sets where the next read begins.
func (s *Source[T]) Seek(offset int64, whence int) (int64, error) {
	s.runeSize = 0
	from := int64(0)
	switch whence {
	case io.SeekCurrent:
		from = s.next
	case io.SeekEnd:
		from = s.Size()
	}
	if whence < io.SeekStart || whence > io.SeekEnd {
		return 0, s.fail("Seek", "invalid whence")
	}
	if from+offset < 0 {
		return 0, s.fail("Seek", "negative position")
	}
	s.next = from + offset
	return s.next, nil
}

// WriteTo writes what remains to w.
func (s *Source[T]) WriteTo(w io.Writer) (n int64, err error) {
	s.runeSize = 0
	rest := s.Len()
	if rest == 0 {
		return 0, nil
	}
	written, excess := 0, "bytes.Reader.WriteTo: invalid Write count"
	switch text := any(s.text[s.next:]).(type) {
	case string:
		excess = "strings.Reader.WriteTo: invalid WriteString count"
		written, err = io.WriteString(w, text)
	case []byte:
		written, err = w.Write(text)
	}
	if written > rest {
		panic(excess)
	}
	if written < rest && err == nil {
		err = io.ErrShortWrite
	}
	s.next += int64(written)
	return int64(written), err
}
