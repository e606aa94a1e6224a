package json

// isValid reports whether data is one JSON value.
//
//js:native isValid reads
func isValid(data []byte) bool
