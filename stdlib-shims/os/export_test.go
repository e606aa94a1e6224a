package os

import (
	"syscall"
	"time"
)

var (
	ErrWriteAtInAppendMode = errWriteAtInAppendMode
	ErrPatternHasSeparator = errPatternHasSeparator
	ErrPathEscapes         = errPathEscapes
)

func Atime(info FileInfo) time.Time {
	sys := info.Sys().(*syscall.Stat_t)
	return time.Unix(sys.Atime, sys.AtimeNsec)
}

// SetStatHook sets statHook until the test ends.
func SetStatHook(t interface{ Cleanup(func()) }, f func(f *File, name string) (FileInfo, error)) {
	previous := statHook
	t.Cleanup(func() { statHook = previous })
	statHook = f
}

var ExportReadFileContents = readFileContents
