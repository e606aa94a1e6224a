package os

import (
	"io"
	"io/fs"
	"syscall"
	"time"
	_ "unsafe" // for go:linkname
)

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	entries, err := listDir(name)
	return entries, pathError("open", name, err)
}

// listDir returns the entries of the directory at path.
func listDir(path string) ([]DirEntry, error) {
	names, modes, errno := readDir(path)
	if errno != 0 {
		return nil, errno
	}
	entries := make([]DirEntry, len(names))
	for i := range names {
		entries[i] = &dirEntry{dir: path, name: names[i], mode: goMode(modes[i]).Type()}
	}
	return entries, nil
}

type dirEntry struct {
	dir  string
	name string
	mode FileMode
}

func (e *dirEntry) Name() string   { return e.name }
func (e *dirEntry) IsDir() bool    { return e.mode.IsDir() }
func (e *dirEntry) Type() FileMode { return e.mode }
func (e *dirEntry) String() string { return fs.FormatDirEntry(e) }

func (e *dirEntry) Info() (FileInfo, error) {
	path := e.dir + "/" + e.name
	if statHook != nil {
		if info, err := statHook(nil, path); info != nil || err != nil {
			return info, err
		}
	}
	return Lstat(path)
}

// statHook is set by tests: what it returns is what Info says, unless it returns nothing.
var statHook func(f *File, name string) (FileInfo, error)

// ReadDir returns the next n entries of a directory, all that are left for n <= 0.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.isListed {
		if f.dir == "" {
			return nil, &PathError{Op: "readdirent", Path: f.name, Err: syscall.ENOTDIR}
		}
		entries, err := listDir(f.dir)
		if err != nil {
			return nil, &PathError{Op: "readdirent", Path: f.name, Err: err}
		}
		f.entries, f.isListed = entries, true
	}
	rest := f.entries
	if n <= 0 {
		f.entries = nil
		return rest, nil
	}
	if len(rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(rest))
	f.entries = rest[n:]
	return rest[:n:n], nil
}

// Readdir is ReadDir with the whole FileInfo of each entry. Entries that have vanished meanwhile are left out.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	infos := []FileInfo{}
	for {
		entries, err := f.ReadDir(n)
		for _, entry := range entries {
			info, err := entry.Info()
			if err != nil {
				if IsNotExist(err) {
					continue
				}
				return infos, err
			}
			infos = append(infos, info)
		}
		if n <= 0 || err != nil || len(infos) > 0 {
			return infos, err
		}
	}
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.ReadDir(n)
	names = make([]string, len(entries))
	for i, entry := range entries {
		names[i] = entry.Name()
	}
	return names, err
}

// Getwd returns the current directory: as $PWD names it, where that is right.
func Getwd() (dir string, err error) {
	if pwd := Getenv("PWD"); len(pwd) > 0 && pwd[0] == '/' {
		here, err := Stat(".")
		if err == nil {
			if there, err := Stat(pwd); err == nil && SameFile(here, there) {
				return pwd, nil
			}
		}
	}
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}

// Chdir sets the current directory.
func Chdir(dir string) error { return pathError("chdir", dir, syscall.Chdir(dir)) }

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, syscall.Mkdir(name, hostMode(perm)))
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	if parent, base := splitPath(path); base != "" && parent != "." && parent != "/" {
		if err := MkdirAll(parent, perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, statErr := Lstat(path); statErr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// splitPath returns the directory that path is in and the last name of it, without slashes at the ends.
func splitPath(path string) (dir, base string) {
	trim := func(s string) string {
		for len(s) > 0 && s[len(s)-1] == '/' {
			s = s[:len(s)-1]
		}
		return s
	}
	name := trim(path)
	start := len(name)
	for start > 0 && name[start-1] != '/' {
		start--
	}
	dir = trim(name[:start])
	if dir == "" {
		dir = "."
		if path != "" && path[0] == '/' {
			dir = "/"
		}
	}
	return dir, name[start:]
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := syscall.Unlink(name)
	if err == nil {
		return nil
	}
	dirErr := syscall.Rmdir(name)
	if dirErr == nil {
		return nil
	}
	// Each call complains about what is meant for the other.
	if dirErr != syscall.ENOTDIR {
		err = dirErr
	}
	return pathError("remove", name, err)
}

// RemoveAll removes path and everything below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) >= 2 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	host := path
	for len(host) > 1 && host[len(host)-1] == '/' {
		host = host[:len(host)-1]
	}
	if errno := removeAll(host); errno != 0 {
		return pathError("unlinkat", path, errno)
	}
	return nil
}

// Rename moves a file. A directory is never replaced.
func Rename(oldpath, newpath string) error {
	return linkError("rename", oldpath, newpath, rename(oldpath, newpath))
}

func rename(oldpath, newpath string) error {
	var to, from syscall.Stat_t
	if syscall.Lstat(newpath, &to) == nil && to.Mode&syscall.S_IFMT == syscall.S_IFDIR {
		if err := syscall.Lstat(oldpath, &from); err != nil {
			return err
		}
		if from.Dev != to.Dev || from.Ino != to.Ino {
			return syscall.EEXIST
		}
	}
	return syscall.Rename(oldpath, newpath)
}

// Link makes newname another name of oldname.
func Link(oldname, newname string) error {
	return linkError("link", oldname, newname, syscall.Link(oldname, newname))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkError("symlink", oldname, newname, syscall.Symlink(oldname, newname))
}

func linkError(op, old, new string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, old, new, err}
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	target, errno := readlink(name)
	if errno != 0 {
		return "", pathError("readlink", name, errno)
	}
	return target, nil
}

// Chmod sets the permissions of a file.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, syscall.Chmod(name, hostMode(mode)))
}

// Chown sets owner and group of a file.
func Chown(name string, uid, gid int) error {
	return pathError("chown", name, syscall.Chown(name, uid, gid))
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(name string, uid, gid int) error {
	return pathError("lchown", name, syscall.Lchown(name, uid, gid))
}

// Chtimes sets the times of access and modification; a zero time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return pathError("chtimes", name, chtimes(name, atime, mtime))
}

func chtimes(name string, atime, mtime time.Time) error {
	return syscall.UtimesNano(name, []syscall.Timespec{timespec(atime), timespec(mtime)})
}

func timespec(t time.Time) syscall.Timespec {
	if t.IsZero() {
		return syscall.Timespec{Nsec: -2}
	}
	return syscall.Timespec{Sec: t.Unix(), Nsec: int64(t.Nanosecond())}
}

// Truncate sets the size of a file.
func Truncate(name string, size int64) error {
	return pathError("truncate", name, syscall.Truncate(name, size))
}

// IsPathSeparator tells whether c separates the elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

//go:linkname readDir syscall.readDir
func readDir(name string) (names []string, modes []uint32, errno syscall.Errno)

//go:linkname removeAll syscall.removeAll
func removeAll(name string) syscall.Errno

//go:linkname readlink syscall.readlink
func readlink(name string) (target string, errno syscall.Errno)
