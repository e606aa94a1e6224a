// Package os has files, the environment and the process. On hosts without files its functions give ENOSYS.
package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
	_ "unsafe" // for go:linkname
)

// Flags for OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Where Seek counts from; io has newer names.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// Standard input, output and errors.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin", pos: stream}
	Stdout = &File{fd: 1, name: "/dev/stdout", pos: stream}
	Stderr = &File{fd: 2, name: "/dev/stderr", pos: stream}
)

// stream is the position of a file that has none.
const stream = -1

// A File is an open file.
type File struct {
	fd       int
	name     string
	pos      int64
	isAppend bool
	isClosed bool
	dir      string     // where a directory is, which hosts do not tell of its descriptor
	entries  []DirEntry // of a directory, those that ReadDir has not given yet
	isListed bool
	pipe     pipeEnd
}

// NewFile returns a File for a file descriptor.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return newFile(int(fd), name, name)
}

// newFile returns a File that goes by a name and was found at a path.
func newFile(fd int, name, path string) *File {
	f := &File{fd: fd, name: name, pos: stream}
	if fd <= 2 {
		return f
	}
	switch fileType(fd) {
	case syscall.S_IFREG:
		f.pos = 0
	case syscall.S_IFDIR:
		f.dir = absolute(path)
	}
	return f
}

func absolute(path string) string {
	if path == "" || path[0] == '/' {
		return path
	}
	if wd, err := syscall.Getwd(); err == nil {
		return wd + "/" + path
	}
	return path
}

// Open opens a file for reading.
func Open(name string) (*File, error) {
	return OpenFile(name, O_RDONLY, 0)
}

// Create creates or truncates a file.
func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file by flags; perm is for a new one.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	return openFile(name, name, flag, perm)
}

func openFile(name, path string, flag int, perm FileMode) (*File, error) {
	fd, err := syscall.Open(path, flag, hostMode(perm))
	if err != nil {
		return nil, pathError("open", name, err)
	}
	f := newFile(fd, name, path)
	f.isAppend = flag&O_APPEND != 0
	return f, nil
}

// pathError says which operation and path err is about, if there is one.
func pathError(op, name string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: err}
}

// check returns an error where f is nil or closed.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.isClosed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Name returns the name that f was opened with.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor.
func (f *File) Fd() uintptr {
	if f == nil || f.isClosed {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if f.pipe != nil {
		return f.pipe.read(b)
	}
	n, err = syscall.Pread(f.fd, b, f.pos)
	if err != nil {
		return 0, pathError("read", f.name, err)
	}
	if f.pos != stream {
		f.pos += int64(n)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads from position off on.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		more, err := syscall.Pread(f.fd, b[n:], off+int64(n))
		if err != nil {
			return n, pathError("read", f.name, err)
		}
		if more == 0 {
			return n, io.EOF
		}
		n += more
	}
	return n, nil
}

func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.pipe != nil {
		return f.pipe.write(b)
	}
	position := f.pos
	if f.isAppend {
		position = stream
	}
	n, err = syscall.Pwrite(f.fd, b, position)
	if f.pos != stream {
		f.pos += int64(n)
	}
	return n, pathError("write", f.name, err)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	if f != nil && f.pos == stream && f.pipe == nil && !f.isClosed {
		if errno := writeText(f.fd, s); errno != 0 {
			return 0, pathError("write", f.name, errno)
		}
		return len(s), nil
	}
	return f.Write([]byte(s))
}

var errWriteAtInAppendMode = errors.New("os: invalid use of WriteAt on file opened with O_APPEND")

// WriteAt writes from position off on.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.isAppend {
		return 0, errWriteAtInAppendMode
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	n, err = syscall.Pwrite(f.fd, b, off)
	return n, pathError("write", f.name, err)
}

// ReadFrom writes all that r has.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// onlyWriter hides ReadFrom from io.Copy.
type onlyWriter struct {
	io.Writer
}

// WriteTo writes the rest of f to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

type onlyReader struct {
	io.Reader
}

// Seek sets the position of the next read or write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if f.dir != "" && offset == 0 && whence == io.SeekStart {
		f.entries, f.isListed = nil, false
		return 0, nil
	}
	if f.pos == stream {
		return 0, &PathError{Op: "seek", Path: f.name, Err: syscall.ESPIPE}
	}
	switch whence {
	case io.SeekCurrent:
		offset += f.pos
	case io.SeekEnd:
		info, err := f.Stat()
		if err != nil {
			return 0, err
		}
		offset += info.Size()
	}
	if offset < 0 || whence < 0 || whence > 2 {
		return 0, &PathError{Op: "seek", Path: f.name, Err: syscall.EINVAL}
	}
	f.pos = offset
	return offset, nil
}

// Close closes f.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.isClosed = true
	if f.pipe != nil {
		f.pipe.close()
		return nil
	}
	return pathError("close", f.name, syscall.Close(f.fd))
}

// Sync makes sure that what was written is on disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return pathError("sync", f.name, syscall.Fsync(f.fd))
}

// Truncate sets the size of f.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return pathError("truncate", f.name, syscall.Ftruncate(f.fd, size))
}

// Chmod sets the permissions of f.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return pathError("chmod", f.name, syscall.Fchmod(f.fd, hostMode(mode)))
}

// Chown sets owner and group of f.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return pathError("chown", f.name, syscall.Fchown(f.fd, uid, gid))
}

// Chdir makes f, a directory, the current one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	if f.dir == "" {
		return &PathError{Op: "chdir", Path: f.name, Err: syscall.ENOTDIR}
	}
	return pathError("chdir", f.name, syscall.Chdir(f.dir))
}

// ReadFile returns the contents of a file.
func ReadFile(name string) ([]byte, error) {
	data, errno := readAll(name)
	switch errno {
	case 0:
		return data, nil
	case syscall.EISDIR:
		return nil, pathError("read", name, errno)
	}
	return nil, pathError("open", name, errno)
}

// WriteFile makes data the contents of a file.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return f.writeAndClose(data)
}

// writeAndClose returns the first error.
func (f *File) writeAndClose(data []byte) error {
	_, err := f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// SyscallConn lets functions work on the file descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if err := f.check("SyscallConn"); err != nil {
		return nil, err
	}
	return rawConn{f}, nil
}

type rawConn struct {
	file *File
}

func (c rawConn) Control(f func(fd uintptr)) error {
	if err := c.file.check("SyscallConn.Control"); err != nil {
		return err
	}
	f(c.file.Fd())
	return nil
}

func (c rawConn) Read(f func(fd uintptr) bool) error  { return c.once("SyscallConn.Read", f) }
func (c rawConn) Write(f func(fd uintptr) bool) error { return c.once("SyscallConn.Write", f) }

// once fails where f is not done at the first call: hosts do not tell when a file is ready.
func (c rawConn) once(op string, f func(fd uintptr) bool) error {
	if err := c.file.check(op); err != nil {
		return err
	}
	if !f(c.file.Fd()) {
		return &PathError{Op: op, Path: c.file.name, Err: syscall.EAGAIN}
	}
	return nil
}

var _ fs.File = (*File)(nil)

// What package syscall has beyond its API.

//go:linkname writeText syscall.writeText
func writeText(fd int, s string) syscall.Errno

//go:linkname fileType syscall.fileType
func fileType(fd int) uint32

//go:linkname readAll syscall.readFile
func readAll(name string) (data []byte, errno syscall.Errno)
