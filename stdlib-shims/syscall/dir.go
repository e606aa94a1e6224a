package syscall

// Mkdir makes a directory.
func Mkdir(path string, perm uint32) error { return failure(mkdir(path, perm)) }

// Unlink removes a file that is no directory.
func Unlink(path string) error { return failure(unlink(path)) }

// Rmdir removes an empty directory.
func Rmdir(path string) error { return failure(rmdir(path)) }

// Rename moves a file.
func Rename(from, to string) error { return failure(rename(from, to)) }

// Link makes link another name of a file.
func Link(path, link string) error { return failure(hardLink(path, link)) }

// Symlink makes link a symbolic link to path.
func Symlink(path, link string) error { return failure(symlink(path, link)) }

// Readlink puts where a symbolic link leads into buf, as much as has room.
func Readlink(path string, buf []byte) (int, error) {
	target, errno := readlink(path)
	return copy(buf, target), failure(errno)
}

// Chdir sets the current directory.
func Chdir(path string) error { return failure(chdir(path)) }

// Getwd returns the current directory.
func Getwd() (string, error) {
	dir, errno := getwd()
	return dir, failure(errno)
}

// Getcwd is Getwd into a buffer.
func Getcwd(buf []byte) (int, error) {
	dir, err := Getwd()
	return copy(buf, dir), err
}

// Descriptors of directories cannot be read or gone to; package os knows their paths.

func Fchdir(fd int) error                        { return ENOSYS }
func ReadDirent(fd int, buf []byte) (int, error) { return 0, ENOSYS }

// A Dirent is an entry of a directory.
type Dirent struct {
	Reclen uint16
	Name   [256]byte
}

// ParseDirent appends to names up to max names that ReadDirent has put into buf: for each its length with that of the
// two bytes before it, which hold it.
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string) {
	for count != max && consumed+2 <= len(buf) {
		size := int(buf[consumed]) | int(buf[consumed+1])<<8
		if size < 2 || consumed+size > len(buf) {
			return len(buf), count, names
		}
		name := string(buf[consumed+2 : consumed+size])
		consumed += size
		if name != "." && name != ".." {
			names = append(names, name)
			count++
		}
	}
	return consumed, count, names
}

//js:native readDir
func readDir(path string) (names []string, modes []uint32, errno Errno)

//js:native getwd
func getwd() (dir string, errno Errno)

//js:native chdir
func chdir(path string) Errno

//js:native mkdir
func mkdir(path string, perm uint32) Errno

//js:native unlink
func unlink(path string) Errno

//js:native rmdir
func rmdir(path string) Errno

//js:native removeAll
func removeAll(path string) Errno

//js:native rename
func rename(from, to string) Errno

//js:native link
func hardLink(from, to string) Errno

//js:native symlink
func symlink(from, to string) Errno

//js:native readlink
func readlink(path string) (target string, errno Errno)
