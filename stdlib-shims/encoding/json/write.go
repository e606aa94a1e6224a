package json

// Most values are of types whose JSON follows from the type alone. They are read and written by natives that are made
// once for each type. These give up, and Go's own code does the work, where a method of the user's takes part, where
// something is rare (embedded fields, options, float32), and where there will be an error.

//js:native
func encodeFast(v any, escapeHTML bool, replacement string, marshaler, textMarshaler any) (text []byte, ok bool)

type textMarshaler interface{ MarshalText() (text []byte, err error) }

// encode is encodeFast with what it needs to know of types.
func encode(v any, escapeHTML bool) (text []byte, ok bool) {
	return encodeFast(v, escapeHTML, replacement, (*Marshaler)(nil), (*textMarshaler)(nil))
}
