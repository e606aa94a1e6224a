package bytes

import "internal/memory"

type source = memory.Source[[]byte]

// A Reader reads from a byte slice.
type Reader struct {
	source
}

// NewReader returns a Reader of b.
func NewReader(b []byte) *Reader {
	r := new(Reader)
	r.Reset(b)
	return r
}
