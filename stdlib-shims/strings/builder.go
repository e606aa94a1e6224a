package strings

// A Builder makes a string of pieces. The zero value is ready for use and must not be copied once it is used.
type Builder struct {
	self     *Builder // where the builder was first used
	text     string   // what has been written, without the tail
	tail     string   // is short: as long as nobody looks at it, JavaScript keeps each piece of a string in memory
	capacity int
}

// tailLength is about how long the tail gets.
const tailLength = 2048

// add appends s.
func (b *Builder) add(s string) {
	b.tail += s
	if len(b.tail) >= tailLength {
		b.text += joined(b.tail)
		b.tail = ""
	}
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
	b.text += b.tail
	b.tail = ""
	return b.text
}

// Len returns the number of bytes written.
func (b *Builder) Len() int {
	return len(b.text) + len(b.tail)
}

// Cap returns how many bytes there is room for.
func (b *Builder) Cap() int {
	return max(b.capacity, b.Len())
}

// Reset empties b.
func (b *Builder) Reset() {
	b.self = nil
	b.text, b.tail = "", ""
	b.capacity = 0
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if b.Cap()-b.Len() < n {
		b.capacity = 2*b.Cap() + n
	}
}

// Write appends p. The error is always nil, as in the other methods that write.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.add(string(p))
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.add(fromByte(c))
	return nil
}

// WriteRune appends the UTF-8 of r.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	s := string(r)
	b.add(s)
	return len(s), nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.add(s)
	return len(s), nil
}

// fromByte returns the string of one byte.
//
//js:native fromByte
func fromByte(c byte) string

// joined returns s as one piece.
//
//js:native joined reads
func joined(s string) string
