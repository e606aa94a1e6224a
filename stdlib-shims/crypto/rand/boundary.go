package rand

import _ "unsafe"

//go:linkname fatal runtime.fatal
func fatal(text string)
