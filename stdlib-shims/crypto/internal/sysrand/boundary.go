package sysrand

import _ "unsafe"

//js:native getRandomValues
func getRandomValues(r []byte)

//go:linkname fatal runtime.fatal
func fatal(text string)
