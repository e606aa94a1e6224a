package syscall

import "unsafe"

// An open file is a descriptor of the host. The functions ending in At leave the position alone where off is not
// negative. Package os pulls those that are not exported.

// failure is e as an error, nil for none.
func failure(e Errno) error {
	if e == 0 {
		return nil
	}
	return e
}

// Open opens a file and returns its descriptor.
func Open(path string, openmode int, perm uint32) (int, error) {
	fd, errno := open(path, openmode, perm)
	return fd, failure(errno)
}

// Close closes a descriptor.
func Close(fd int) error { return failure(closeFile(fd)) }

// Read reads from where the file stands.
func Read(fd int, p []byte) (int, error) { return Pread(fd, p, -1) }

// Write writes where the file stands.
func Write(fd int, p []byte) (int, error) { return Pwrite(fd, p, -1) }

// Pread reads from an offset.
func Pread(fd int, p []byte, offset int64) (int, error) {
	n, errno := readAt(fd, p, offset)
	return n, failure(errno)
}

// Pwrite writes at an offset.
func Pwrite(fd int, p []byte, offset int64) (int, error) {
	n, errno := writeAt(fd, p, offset)
	return n, failure(errno)
}

// Seek fails: hosts keep the position of a descriptor to themselves.
func Seek(fd int, offset int64, whence int) (int64, error) { return 0, ENOSYS }

// Fsync makes sure that what was written is on disk.
func Fsync(fd int) error { return failure(fsync(fd)) }

// Truncate sets the size of a file.
func Truncate(path string, length int64) error { return failure(truncate(path, length)) }

// Ftruncate sets the size of an open file.
func Ftruncate(fd int, length int64) error { return failure(ftruncate(fd, length)) }

// Chmod sets the mode of a file.
func Chmod(path string, mode uint32) error { return failure(chmod(path, mode)) }

// Fchmod sets the mode of an open file.
func Fchmod(fd int, mode uint32) error { return failure(fchmod(fd, mode)) }

// Chown sets owner and group of a file.
func Chown(path string, uid, gid int) error { return failure(chown(path, uid, gid)) }

// Lchown is Chown that does not follow a symbolic link.
func Lchown(path string, uid, gid int) error { return failure(lchown(path, uid, gid)) }

// Fchown sets owner and group of an open file.
func Fchown(fd, uid, gid int) error { return failure(fchown(fd, uid, gid)) }

// omitted stands for a time that stays as it is.
const omitted = -2

// UtimesNano sets the times of access and modification; one whose nanoseconds are -2 stays as it is.
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	atime, mtime := ts[0], ts[1]
	if atime.Nsec == omitted || mtime.Nsec == omitted {
		var st Stat_t
		if err := Stat(path, &st); err != nil {
			return err
		}
		if atime.Nsec == omitted {
			atime = Timespec{st.Atime, st.AtimeNsec}
		}
		if mtime.Nsec == omitted {
			mtime = Timespec{st.Mtime, st.MtimeNsec}
		}
	}
	return failure(utimes(path, atime.Sec, atime.Nsec, mtime.Sec, mtime.Nsec))
}

// Umask sets which permissions new files lack.
//
//js:native umask
func Umask(mask int) (oldmask int)

// Pipe, Dup and Dup2 fail: no host has a function for them.

func Pipe(fd []int) error           { return ENOSYS }
func Dup(fd int) (int, error)       { return 0, ENOSYS }
func Dup2(fd, newfd int) error      { return ENOSYS }
func Sysctl(string) (string, error) { return "", ENOSYS }

func Sendfile(outfd int, infd int, offset *int64, count int) (written int, err error) {
	return 0, ENOSYS
}

// StringByteSlice is ByteSliceFromString, which it panics where that fails.
func StringByteSlice(s string) []byte {
	b, err := ByteSliceFromString(s)
	if err != nil {
		panic("syscall: string with NUL passed to StringByteSlice")
	}
	return b
}

// StringBytePtr returns a pointer to the start of StringByteSlice.
func StringBytePtr(s string) *byte { return unsafe.SliceData(StringByteSlice(s)) }

//js:native open
func open(path string, flag int, perm uint32) (fd int, errno Errno)

//js:native readAt
func readAt(fd int, p []byte, off int64) (n int, errno Errno)

//js:native writeAt
func writeAt(fd int, p []byte, off int64) (n int, errno Errno)

//js:native writeText
func writeText(fd int, s string) Errno

//js:native readFile
func readFile(path string) (data []byte, errno Errno)

//js:native closeFile
func closeFile(fd int) Errno

//js:native fsync
func fsync(fd int) Errno

//js:native truncate
func truncate(path string, length int64) Errno

//js:native ftruncate
func ftruncate(fd int, length int64) Errno

//js:native chmod
func chmod(path string, mode uint32) Errno

//js:native fchmod
func fchmod(fd int, mode uint32) Errno

//js:native chown
func chown(path string, uid, gid int) Errno

//js:native lchown
func lchown(path string, uid, gid int) Errno

//js:native fchown
func fchown(fd, uid, gid int) Errno

//js:native utimes
func utimes(path string, asec, ansec, msec, mnsec int64) Errno
