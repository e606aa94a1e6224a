//go:build goexperiment.jsonv2

package json

import jsonv2 "encoding/json/v2"

// replacement takes the place of what is not UTF-8.
const replacement = "\ufffd"

// Unmarshal stores the value that a text stands for in what v points to.
func Unmarshal(data []byte, v any) error {
	if decode(data, v) {
		return nil
	}
	return jsonv2.Unmarshal(data, v, DefaultOptionsV1())
}

// Marshal returns the JSON of v.
func Marshal(v any) ([]byte, error) {
	if text, ok := encode(v, true); ok {
		return text, nil
	}
	return jsonv2.Marshal(v, DefaultOptionsV1())
}

// Valid reports whether data is one JSON value.
func Valid(data []byte) bool { return isValid(data) }
