//go:build !goexperiment.jsonv2

package json

import "reflect"

//js:native
func decodeFast(data []byte, v, unmarshaler, textUnmarshaler, object, array, number any) bool

type textUnmarshaler interface{ UnmarshalText(text []byte) error }

// Unmarshal stores the value that a text stands for in what v points to.
func Unmarshal(data []byte, v any) error {
	if decode(data, v) {
		return nil
	}
	d := new(decodeState)
	if err := checkValid(data, &d.scan); err != nil {
		return err
	}
	d.init(data)
	return d.reflected(v)
}

// decode is decodeFast with what it needs to know of types.
func decode(data []byte, v any) bool {
	return decodeFast(data, v, (*Unmarshaler)(nil), (*textUnmarshaler)(nil), map[string]any(nil), []any(nil), 0.0)
}

// unmarshal stores the value that the text, which is valid, stands for.
func (d *decodeState) unmarshal(v any) error {
	if !d.useNumber && !d.disallowUnknownFields && decode(d.data, v) {
		return nil
	}
	return d.reflected(v)
}

// reflected is unmarshal for any type.
func (d *decodeState) reflected(v any) error {
	pointer := reflect.ValueOf(v)
	if pointer.Kind() != reflect.Pointer || pointer.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d.scan.reset()
	d.scanWhile(scanSkipSpace)
	if err := d.value(pointer); err != nil {
		return d.addErrorContext(err)
	}
	return d.savedError
}

// checkValid finds the first error in a text.
func checkValid(data []byte, scan *scanner) error {
	scan.reset()
	if isValid(data) {
		return nil
	}
	for i := 0; i < len(data); i++ {
		scan.bytes++
		if scan.step(scan, data[i]) == scanError {
			return scan.err
		}
	}
	if scan.eof() == scanError {
		return scan.err
	}
	return nil
}
