package strings

// A Builder makes a string of pieces. The zero value is ready for use and must not be copied once it is used.
type Builder struct {
	self     *Builder // where the builder was first used
	text     string
	capacity int
}

// own notes the place of b, and panics where it has been copied.
func (b *Builder) own() {
	if b.self != b {
		if b.self != nil {
			panic("strings: illegal use of non-zero Builder copied by value")
		}
		b.self = b
	}
}

// String returns what has been written.
func (b *Builder) String() string {
	return b.text
}

// Len returns the number of bytes written.
func (b *Builder) Len() int {
	return len(b.text)
}

// Cap returns how many bytes there is room for.
func (b *Builder) Cap() int {
	return max(b.capacity, len(b.text))
}

// Reset empties b.
func (b *Builder) Reset() {
	b.self = nil
	b.text = ""
	b.capacity = 0
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if b.Cap()-len(b.text) < n {
		b.capacity = 2*b.Cap() + n
	}
}

// Write appends p. The error is always nil, as in the other methods that write.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.text += string(p)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.text += fromByte(c)
	return nil
}

// WriteRune appends the UTF-8 of r.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	s := string(r)
	b.text += s
	return len(s), nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.text += s
	return len(s), nil
}

// fromByte returns the string of one byte.
//
//js:native fromByte
func fromByte(c byte) string
