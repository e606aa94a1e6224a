package alias

import _ "unsafe"

// AnyOverlap tells whether x and y have elements in common.
//
//js:native anyOverlap
func AnyOverlap(x, y []byte) bool
