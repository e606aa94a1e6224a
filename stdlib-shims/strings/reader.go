package strings

import "internal/memory"

type source = memory.Source[string]

// A Reader reads from a string.
type Reader struct {
	source
}

// NewReader returns a Reader of s.
func NewReader(s string) *Reader {
	r := new(Reader)
	r.Reset(s)
	return r
}
