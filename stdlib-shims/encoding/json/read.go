package json

//js:native
func decodeFast(data []byte, v, unmarshaler, textUnmarshaler, object, array, number any) bool

type textUnmarshaler interface{ UnmarshalText(text []byte) error }

// decode is decodeFast with what it needs to know of types.
func decode(data []byte, v any) bool {
	return decodeFast(data, v, (*Unmarshaler)(nil), (*textUnmarshaler)(nil), map[string]any(nil), []any(nil), 0.0)
}
