package os

import (
	"io"
	"io/fs"
	"syscall"
)

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	names, modes, errno := readDir(name)
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	entries := make([]DirEntry, len(names))
	for i := range names {
		entries[i] = &dirEntry{dir: name, name: names[i], mode: goMode(modes[i]).Type()}
	}
	return entries, nil
}

type dirEntry struct {
	dir  string
	name string
	mode FileMode
}

func (e *dirEntry) Name() string            { return e.name }
func (e *dirEntry) IsDir() bool             { return e.mode.IsDir() }
func (e *dirEntry) Type() FileMode          { return e.mode }
func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *dirEntry) String() string          { return fs.FormatDirEntry(e) }

// ReadDir returns the next n entries of a directory, all that are left for n <= 0.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if !f.isListed {
		entries, err := ReadDir(f.name)
		if err != nil {
			return nil, &PathError{Op: "readdirent", Path: f.name, Err: underlying(err)}
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

// Readdir is ReadDir with the whole FileInfo of each entry.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.ReadDir(n)
	var infos []FileInfo
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
	return infos, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.ReadDir(n)
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

// Getwd returns the current directory.
func Getwd() (dir string, err error) {
	dir, errno := getwd()
	if errno != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(errno))
	}
	return dir, nil
}

// Chdir sets the current directory.
func Chdir(dir string) error { return pathError("chdir", dir, chdir(dir)) }

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, mkdir(name, uint32(perm)))
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
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

// Remove removes a file or an empty directory.
func Remove(name string) error { return pathError("remove", name, remove(name)) }

// RemoveAll removes path and everything below it; it is no error if there is nothing.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) >= 2 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	return pathError("unlinkat", path, removeAll(path))
}

// Rename moves a file.
func Rename(oldpath, newpath string) error {
	return linkError("rename", oldpath, newpath, rename(oldpath, newpath))
}

// Link makes newname another name of oldname.
func Link(oldname, newname string) error {
	return linkError("link", oldname, newname, link(oldname, newname))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkError("symlink", oldname, newname, symlink(oldname, newname))
}

func linkError(op, old, new string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{op, old, new, syscall.Errno(errno)}
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	target, errno := readlink(name)
	return target, pathError("readlink", name, errno)
}

// Chmod sets the permissions of a file.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, chmod(name, uint32(mode.Perm())))
}

// Chown sets owner and group of a file.
func Chown(name string, uid, gid int) error {
	return pathError("chown", name, chown(name, uid, gid))
}

// Lchown is Chown that does not follow a symbolic link.
func Lchown(name string, uid, gid int) error {
	return pathError("lchown", name, lchown(name, uid, gid))
}

// Truncate sets the size of a file.
func Truncate(name string, size int64) error {
	return pathError("truncate", name, truncate(name, size))
}

// IsPathSeparator tells whether c separates the elements of paths.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

//js:native readDir
func readDir(name string) (names []string, modes []uint32, errno int)

//js:native getwd
func getwd() (dir string, errno int)

//js:native chdir
func chdir(dir string) (errno int)

//js:native mkdir
func mkdir(name string, perm uint32) (errno int)

//js:native remove
func remove(name string) (errno int)

//js:native removeAll
func removeAll(name string) (errno int)

//js:native rename
func rename(from, to string) (errno int)

//js:native link
func link(from, to string) (errno int)

//js:native symlink
func symlink(from, to string) (errno int)

//js:native readlink
func readlink(name string) (target string, errno int)

//js:native chmod
func chmod(name string, mode uint32) (errno int)

//js:native chown
func chown(name string, uid, gid int) (errno int)

//js:native lchown
func lchown(name string, uid, gid int) (errno int)

//js:native truncate
func truncate(name string, size int64) (errno int)
