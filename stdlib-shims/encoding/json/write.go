//go:build !goexperiment.jsonv2

package json

import "reflect"

// Most values are of types whose JSON follows from the type alone. They are read and written by natives that are made
// once for each type. These give up, and Go's own code does the work, where a method of the user's takes part, where
// something is rare (embedded fields, options, float32), and where there will be an error.

//js:native
func encodeFast(v any, escapeHTML bool, marshaler, textMarshaler any) (text []byte, ok bool)

type textMarshaler interface{ MarshalText() (text []byte, err error) }

// Marshal returns the JSON of v.
func Marshal(v any) ([]byte, error) {
	if text, ok := encodeFast(v, true, (*Marshaler)(nil), (*textMarshaler)(nil)); ok {
		return text, nil
	}
	e := newEncodeState()
	defer encodeStatePool.Put(e)
	if err := e.reflected(v, encOpts{escapeHTML: true}); err != nil {
		return nil, err
	}
	return append([]byte(nil), e.Bytes()...), nil
}

// marshal appends the JSON of v.
func (e *encodeState) marshal(v any, opts encOpts) error {
	if text, ok := encodeFast(v, opts.escapeHTML, (*Marshaler)(nil), (*textMarshaler)(nil)); ok {
		e.Write(text)
		return nil
	}
	return e.reflected(v, opts)
}

// reflected appends the JSON of any value.
func (e *encodeState) reflected(v any, opts encOpts) (err error) {
	defer func() {
		switch failure := recover().(type) {
		case nil:
		case jsonError:
			err = failure.error
		default:
			panic(failure)
		}
	}()
	e.reflectValue(reflect.ValueOf(v), opts)
	return nil
}
