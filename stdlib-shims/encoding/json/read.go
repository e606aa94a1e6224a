package json

import "reflect"

//js:native
func decodeFast(data []byte, v, unmarshaler, textUnmarshaler, object, array, number any) bool

type textUnmarshaler interface{ UnmarshalText(text []byte) error }

// unmarshal stores the value that the text, which is valid, stands for.
func (d *decodeState) unmarshal(v any) error {
	pointer := reflect.ValueOf(v)
	if pointer.Kind() != reflect.Pointer || pointer.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	isPlain := !d.useNumber && !d.disallowUnknownFields
	if isPlain && decodeFast(d.data, v, (*Unmarshaler)(nil), (*textUnmarshaler)(nil), map[string]any(nil), []any(nil), 0.0) {
		return nil
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
