package os

import (
	"io/fs"
	"syscall"
	"time"
)

type (
	FileInfo = fs.FileInfo
	FileMode = fs.FileMode
	DirEntry = fs.DirEntry
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

type fileStat struct {
	name string
	mode FileMode
	sys  syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.sys.Size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.sys.Mtime, s.sys.MtimeNsec) }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

func newStat(name string, sys *syscall.Stat_t) FileInfo {
	return &fileStat{name: baseName(name), mode: goMode(sys.Mode), sys: *sys}
}

// hostMode makes a mode of the system of the bits of a FileMode that can be set.
func hostMode(mode FileMode) uint32 {
	m := uint32(mode.Perm())
	if mode&ModeSetuid != 0 {
		m |= syscall.S_ISUID
	}
	if mode&ModeSetgid != 0 {
		m |= syscall.S_ISGID
	}
	if mode&ModeSticky != 0 {
		m |= syscall.S_ISVTX
	}
	return m
}

// goMode makes a FileMode of a mode of the system.
func goMode(mode uint32) FileMode {
	m := FileMode(mode & 0777)
	switch mode & syscall.S_IFMT {
	case syscall.S_IFDIR:
		m |= ModeDir
	case syscall.S_IFLNK:
		m |= ModeSymlink
	case syscall.S_IFCHR:
		m |= ModeDevice | ModeCharDevice
	case syscall.S_IFBLK:
		m |= ModeDevice
	case syscall.S_IFIFO:
		m |= ModeNamedPipe
	case syscall.S_IFSOCK:
		m |= ModeSocket
	}
	if mode&syscall.S_ISUID != 0 {
		m |= ModeSetuid
	}
	if mode&syscall.S_ISGID != 0 {
		m |= ModeSetgid
	}
	if mode&syscall.S_ISVTX != 0 {
		m |= ModeSticky
	}
	return m
}

func baseName(path string) string {
	_, name := splitPath(path)
	if name == "" && path != "" {
		return "/"
	}
	return name
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	var sys syscall.Stat_t
	if err := syscall.Stat(name, &sys); err != nil {
		return nil, pathError("stat", name, err)
	}
	return newStat(name, &sys), nil
}

// Lstat is Stat that does not follow a symbolic link.
func Lstat(name string) (FileInfo, error) {
	var sys syscall.Stat_t
	if err := syscall.Lstat(name, &sys); err != nil {
		return nil, pathError("lstat", name, err)
	}
	return newStat(name, &sys), nil
}

// Stat describes f.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if f.pipe != nil {
		return &fileStat{name: f.name, mode: ModeNamedPipe | 0600}, nil
	}
	var sys syscall.Stat_t
	if err := syscall.Fstat(f.fd, &sys); err != nil {
		return nil, pathError("stat", f.name, err)
	}
	return newStat(f.name, &sys), nil
}

// SameFile tells whether two FileInfo of this package describe the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}

// SetDeadline fails: reads and writes of files do not wait.
func (f *File) SetDeadline(t time.Time) error { return f.noDeadline("SetDeadline") }

// SetReadDeadline fails as SetDeadline does.
func (f *File) SetReadDeadline(t time.Time) error { return f.noDeadline("SetReadDeadline") }

// SetWriteDeadline fails as SetDeadline does.
func (f *File) SetWriteDeadline(t time.Time) error { return f.noDeadline("SetWriteDeadline") }

func (f *File) noDeadline(op string) error {
	if err := f.check(op); err != nil {
		return err
	}
	return &PathError{Op: op, Path: f.name, Err: ErrNoDeadline}
}
