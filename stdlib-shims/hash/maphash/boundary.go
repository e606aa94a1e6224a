package maphash

import _ "unsafe"

//go:linkname randUint64 runtime.rand
func randUint64() uint64
