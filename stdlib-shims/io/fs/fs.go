// Package fs has the interfaces of file systems.
package fs

import (
	"internal/oserror"
	"time"
)

// Errors that file systems agree on.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

type (
	// An FS gives access to a tree of files.
	FS interface {
		Open(name string) (File, error)
	}
	// A File is open for reading.
	File interface {
		Stat() (FileInfo, error)
		Read([]byte) (int, error)
		Close() error
	}
	// A DirEntry is an entry of a directory.
	DirEntry interface {
		Name() string
		IsDir() bool
		Type() FileMode
		Info() (FileInfo, error)
	}
	// A ReadDirFile is a directory: ReadDir gives the next n entries, or all that are left for n <= 0.
	ReadDirFile interface {
		File
		ReadDir(n int) ([]DirEntry, error)
	}
	// A FileInfo describes a file.
	FileInfo interface {
		Name() string
		Size() int64
		Mode() FileMode
		ModTime() time.Time
		IsDir() bool
		Sys() any
	}
	ReadDirFS interface {
		FS
		ReadDir(name string) ([]DirEntry, error)
	}
	ReadFileFS interface {
		FS
		ReadFile(name string) ([]byte, error)
	}
	StatFS interface {
		FS
		Stat(name string) (FileInfo, error)
	}
	SubFS interface {
		FS
		Sub(dir string) (FS, error)
	}
	GlobFS interface {
		FS
		Glob(pattern string) ([]string, error)
	}
	ReadLinkFS interface {
		FS
		ReadLink(name string) (string, error)
		Lstat(name string) (FileInfo, error)
	}
)

// ValidPath tells whether name is a path as FS.Open wants it: elements separated by slashes, none empty, . or ..,
// or just ".".
func ValidPath(name string) bool {
	if !isValidUTF8(name) {
		return false
	}
	if name == "." {
		return true
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i == len(name) || name[i] == '/' {
			elem := name[start:i]
			if elem == "" || elem == "." || elem == ".." {
				return false
			}
			start = i + 1
		}
	}
	return true
}

func isValidUTF8(s string) bool {
	for i, r := range s {
		if r == 0xfffd && (i+3 > len(s) || s[i:i+3] != "\uFFFD") {
			return false
		}
	}
	return true
}

// A FileMode is the kind of a file and its permissions.
type FileMode uint32

const (
	ModeDir        FileMode = 1 << (32 - 1 - iota) // d
	ModeAppend                                     // a
	ModeExclusive                                  // l
	ModeTemporary                                  // T
	ModeSymlink                                    // L
	ModeDevice                                     // D
	ModeNamedPipe                                  // p
	ModeSocket                                     // S
	ModeSetuid                                     // u
	ModeSetgid                                     // g
	ModeCharDevice                                 // c
	ModeSticky                                     // t
	ModeIrregular                                  // ?

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0777
)

func (m FileMode) String() string {
	const kinds = "dalTLDpSugct?"
	const permissions = "rwxrwxrwx"
	text := ""
	for i := 0; i < len(kinds); i++ {
		if m&(1<<uint(32-1-i)) != 0 {
			text += kinds[i : i+1]
		}
	}
	if text == "" {
		text = "-"
	}
	for i := 0; i < len(permissions); i++ {
		if m&(1<<uint(8-i)) != 0 {
			text += permissions[i : i+1]
		} else {
			text += "-"
		}
	}
	return text
}

func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the bits that say what kind of file it is.
func (m FileMode) Type() FileMode { return m & ModeType }

// A PathError is an error with the operation and the path that it is about.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Timeout tells whether time ran out.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
