// Package encoding has the interfaces of types that can be turned into bytes or text and back.
package encoding

// A BinaryMarshaler can be turned into bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// A BinaryUnmarshaler can be restored from what its BinaryMarshaler made. It must copy what it keeps of data.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// A BinaryAppender appends to b what a BinaryMarshaler returns.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// A TextMarshaler can be turned into text, in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// A TextUnmarshaler can be restored from what its TextMarshaler made. It must copy what it keeps of text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// A TextAppender appends to b what a TextMarshaler returns.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
