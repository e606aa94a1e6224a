//go:build !goexperiment.jsonv2

package json

import "reflect"

// replacement takes the place of what is not UTF-8.
const replacement = `\ufffd`

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

// Marshal returns the JSON of v.
func Marshal(v any) ([]byte, error) {
	if text, ok := encode(v, true); ok {
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
	if text, ok := encode(v, opts.escapeHTML); ok {
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
