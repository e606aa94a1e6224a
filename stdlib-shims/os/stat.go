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

func newStat(name string, dev, ino, size, mtime, mtimeNsec int64, mode uint32) FileInfo {
	s := &fileStat{name: baseName(name), mode: goMode(mode)}
	s.sys = syscall.Stat_t{Dev: dev, Ino: uint64(ino), Size: size, Mode: mode, Mtime: mtime, MtimeNsec: mtimeNsec}
	return s
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

func baseName(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' && i+1 < len(name) {
			return name[i+1:]
		}
	}
	return name
}

// Stat describes a file.
func Stat(name string) (FileInfo, error) {
	dev, ino, size, mtime, nsec, mode, errno := stat(name)
	if errno != 0 {
		return nil, pathError("stat", name, errno)
	}
	return newStat(name, dev, ino, size, mtime, nsec, mode), nil
}

// Lstat is Stat that does not follow a symbolic link.
func Lstat(name string) (FileInfo, error) {
	dev, ino, size, mtime, nsec, mode, errno := lstat(name)
	if errno != 0 {
		return nil, pathError("lstat", name, errno)
	}
	return newStat(name, dev, ino, size, mtime, nsec, mode), nil
}

// Stat describes f.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	dev, ino, size, mtime, nsec, mode, errno := fstat(f.fd)
	if errno != 0 {
		return nil, pathError("stat", f.name, errno)
	}
	return newStat(f.name, dev, ino, size, mtime, nsec, mode), nil
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

//js:native stat
func stat(name string) (dev, ino, size, mtime, nsec int64, mode uint32, errno int)

//js:native lstat
func lstat(name string) (dev, ino, size, mtime, nsec int64, mode uint32, errno int)

//js:native fstat
func fstat(fd int) (dev, ino, size, mtime, nsec int64, mode uint32, errno int)
