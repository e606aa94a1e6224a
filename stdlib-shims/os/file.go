// Package os has files, the environment and the process. On hosts without files its functions give ENOSYS.
package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
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
	entries  []DirEntry // of a directory, those that ReadDir has not given yet
	isListed bool
	pipe     *pipe
}

// NewFile returns a File for a file descriptor.
func NewFile(fd uintptr, name string) *File {
	f := &File{fd: int(fd), name: name, pos: stream}
	if fd > 2 && isRegular(int(fd)) {
		f.pos = 0
	}
	return f
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
	fd, errno := open(name, flag, uint32(perm))
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	f := NewFile(uintptr(fd), name)
	f.isAppend = flag&O_APPEND != 0
	return f, nil
}

func pathError(op, name string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: syscall.Errno(errno)}
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
	n, errno := read(f.fd, b, f.pos)
	if errno != 0 {
		return 0, pathError("read", f.name, errno)
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
		more, errno := read(f.fd, b[n:], off+int64(n))
		if errno != 0 {
			return n, pathError("read", f.name, errno)
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
	n, errno := write(f.fd, b, position)
	if f.pos != stream {
		f.pos += int64(n)
	}
	return n, pathError("write", f.name, errno)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	if f != nil && f.pos == stream && f.pipe == nil && !f.isClosed {
		if errno := writeString(f.fd, s); errno != 0 {
			return 0, pathError("write", f.name, errno)
		}
		return len(s), nil
	}
	return f.Write([]byte(s))
}

// WriteAt writes from position off on.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.isAppend {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	n, errno := write(f.fd, b, off)
	return n, pathError("write", f.name, errno)
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
	f.entries, f.isListed = nil, false
	return offset, nil
}

// Close closes f.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.isClosed = true
	if f.pipe != nil {
		f.pipe.isClosed = true
		return nil
	}
	return pathError("close", f.name, closeFile(f.fd))
}

// Sync makes sure that what was written is on disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return pathError("sync", f.name, fsync(f.fd))
}

// Truncate sets the size of f.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return pathError("truncate", f.name, ftruncate(f.fd, size))
}

// Chmod sets the permissions of f.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return Chmod(f.name, mode)
}

// Chown sets owner and group of f.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return Chown(f.name, uid, gid)
}

// Chdir makes f, a directory, the current one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return Chdir(f.name)
}

// A pipe keeps what is written until it is read. It does not wait: where a read finds nothing while the writing
// end is open, no other goroutine could be let run by a File.
type pipe struct {
	data     []byte
	isClosed bool
}

func (p *pipe) read(b []byte) (n int, err error) {
	if len(p.data) == 0 {
		if p.isClosed {
			return 0, io.EOF
		}
		return 0, &PathError{Op: "read", Path: "|0", Err: syscall.EAGAIN}
	}
	n = copy(b, p.data)
	p.data = p.data[n:]
	return n, nil
}

func (p *pipe) write(b []byte) (n int, err error) {
	p.data = append(p.data, b...)
	return len(b), nil
}

// Pipe returns the two ends of a pipe.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	return &File{fd: -1, name: "|0", pos: stream, pipe: p}, &File{fd: -1, name: "|1", pos: stream, pipe: p}, nil
}

// ReadFile returns the contents of a file.
func ReadFile(name string) ([]byte, error) {
	data, errno := readFile(name)
	if errno == int(syscall.EISDIR) {
		return nil, pathError("read", name, errno)
	}
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	return data, nil
}

// WriteFile makes data the contents of a file.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

var _ fs.File = (*File)(nil)

//js:native open
func open(name string, flag int, perm uint32) (fd, errno int)

//js:native isRegular
func isRegular(fd int) bool

//js:native read
func read(fd int, b []byte, position int64) (n, errno int)

//js:native write
func write(fd int, b []byte, position int64) (n, errno int)

//js:native writeString
func writeString(fd int, s string) (errno int)

//js:native closeFile
func closeFile(fd int) (errno int)

//js:native fsync
func fsync(fd int) (errno int)

//js:native ftruncate
func ftruncate(fd int, size int64) (errno int)

//js:native readFile
func readFile(name string) (data []byte, errno int)
