package os

import (
	"errors"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// A Root lets only files below a directory be reached: names that lead out of it, by .. or through symbolic links, are
// errors. It holds on to the directory's path, and does not notice what others change there between two calls of the
// host.
type Root struct {
	name     string
	dir      string // absolute
	isClosed bool
}

// OpenRoot returns a Root for a directory.
func OpenRoot(name string) (*Root, error) {
	return newRoot(name, name, "open")
}

func newRoot(name, path, op string) (*Root, error) {
	var sys syscall.Stat_t
	if err := syscall.Stat(path, &sys); err != nil {
		return nil, pathError(op, name, err)
	}
	if sys.Mode&syscall.S_IFMT != syscall.S_IFDIR {
		return nil, &PathError{Op: op, Path: name, Err: errors.New("not a directory")}
	}
	return &Root{name: name, dir: absolute(path)}, nil
}

// OpenInRoot opens a file for reading that must be below dir.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return r.Open(name)
}

// Name returns the name that r was opened with.
func (r *Root) Name() string { return r.name }

// Close ends the use of r.
func (r *Root) Close() error {
	r.isClosed = true
	return nil
}

// at resolves name and calls do with the path; the error is about op and name.
func (r *Root) at(op, name string, how int, do func(path string) error) error {
	path, err := r.resolve(name, how)
	if err == nil {
		err = do(path)
	}
	return pathError(op, name, underlying(err))
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create creates or truncates a file.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file by flags; perm is for a new one.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (f *File, err error) {
	if perm != perm.Perm() {
		return nil, &PathError{Op: "openat", Path: name, Err: errBadMode}
	}
	how := followLast
	if flag&O_CREATE != 0 && flag&O_EXCL != 0 {
		how = 0
	}
	err = r.at("openat", name, how, func(path string) (err error) {
		f, err = openFile(r.join(name), path, flag, perm)
		return err
	})
	return f, err
}

var errBadMode = errors.New("unsupported file mode")

func (r *Root) join(name string) string {
	if len(r.name) > 0 && r.name[len(r.name)-1] == '/' {
		return r.name + name
	}
	return r.name + "/" + name
}

// OpenRoot returns a Root for a directory below r.
func (r *Root) OpenRoot(name string) (sub *Root, err error) {
	err = r.at("openat", name, followLast, func(path string) (err error) {
		sub, err = newRoot(r.join(name), path, "openat")
		return err
	})
	return sub, err
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm != perm.Perm() {
		return &PathError{Op: "mkdirat", Path: name, Err: errBadMode}
	}
	return r.at("mkdirat", name, 0, func(path string) error { return syscall.Mkdir(path, hostMode(perm)) })
}

// MkdirAll makes a directory and those above it that are missing.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if perm != perm.Perm() {
		return &PathError{Op: "mkdirat", Path: name, Err: errBadMode}
	}
	v, err := r.walk(name, makeMissing, perm)
	if err == nil {
		err = r.mkdirLast(name, v.result(), perm)
	}
	if err != nil && len(v.done) > 0 {
		// The directory that could not be made, as MkdirAll has it.
		name = v.path()[len(v.top)+1:]
	}
	return pathError("mkdirat", name, err)
}

// mkdirLast makes the directory at path, unless name leads to one.
func (r *Root) mkdirLast(name, path string, perm FileMode) error {
	err := syscall.Mkdir(path, hostMode(perm))
	if err != syscall.EEXIST {
		return err
	}
	target, resolveErr := r.resolve(name, followLast)
	if resolveErr != nil {
		return resolveErr
	}
	var sys syscall.Stat_t
	if syscall.Stat(target, &sys) != nil {
		return err
	}
	if sys.Mode&syscall.S_IFMT != syscall.S_IFDIR {
		return syscall.ENOTDIR
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.at("removeat", name, 0, func(path string) error {
		if r.isTop(path) {
			return syscall.EINVAL
		}
		return Remove(path)
	})
}

// isTop tells whether a resolved path is that of the directory of r.
func (r *Root) isTop(path string) bool { return path == r.dir+"/." }

// RemoveAll removes a file or directory and everything below it; it is no error if there is nothing.
func (r *Root) RemoveAll(name string) error {
	for len(name) > 0 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	if name == "." || len(name) >= 2 && name[len(name)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: name, Err: syscall.EINVAL}
	}
	err := r.at("RemoveAll", name, 0, func(path string) error {
		if r.isTop(path) {
			return syscall.EINVAL
		}
		return RemoveAll(path)
	})
	if IsNotExist(err) {
		return nil
	}
	return err
}

// Stat describes a file.
func (r *Root) Stat(name string) (info FileInfo, err error) {
	err = r.at("statat", name, followLast, func(path string) error {
		info, err = r.describe(name, path, syscall.Stat)
		return err
	})
	return info, err
}

// Lstat is Stat that does not follow a symbolic link.
func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.at("lstatat", name, 0, func(path string) error {
		info, err = r.describe(name, path, syscall.Lstat)
		return err
	})
	return info, err
}

func (r *Root) describe(name, path string, stat func(string, *syscall.Stat_t) error) (FileInfo, error) {
	var sys syscall.Stat_t
	if err := stat(path, &sys); err != nil {
		return nil, err
	}
	return newStat(name, &sys), nil
}

// Readlink returns where a symbolic link leads.
func (r *Root) Readlink(name string) (target string, err error) {
	err = r.at("readlinkat", name, 0, func(path string) error {
		target, err = Readlink(path)
		return err
	})
	return target, err
}

// Symlink makes newname a symbolic link to oldname, which may be any text.
func (r *Root) Symlink(oldname, newname string) error {
	path, err := r.resolve(newname, 0)
	if err == nil {
		err = syscall.Symlink(oldname, path)
	}
	return linkError("symlinkat", oldname, newname, err)
}

// Link makes newname another name of oldname, which is no symbolic link: some hosts would follow it.
func (r *Root) Link(oldname, newname string) error {
	return r.between("linkat", oldname, newname, func(from, to string) error {
		var sys syscall.Stat_t
		if err := syscall.Lstat(from, &sys); err != nil {
			return err
		}
		if sys.Mode&syscall.S_IFMT == syscall.S_IFLNK {
			return syscall.ENOTSUP
		}
		return syscall.Link(from, to)
	})
}

// Rename moves a file. A directory is never replaced.
func (r *Root) Rename(oldname, newname string) error {
	return r.between("renameat", oldname, newname, rename)
}

// between resolves two names and calls do with their paths.
func (r *Root) between(op, oldname, newname string, do func(from, to string) error) error {
	from, err := r.resolve(oldname, 0)
	if err != nil {
		return linkError(op, oldname, newname, err)
	}
	to, err := r.resolve(newname, 0)
	if err == nil {
		err = do(from, to)
	}
	return linkError(op, oldname, newname, err)
}

// Chmod sets the permissions of a file.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.at("chmodat", name, followLast, func(path string) error { return syscall.Chmod(path, hostMode(mode)) })
}

// Chown sets owner and group of a file.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.at("chownat", name, followLast, func(path string) error { return syscall.Chown(path, uid, gid) })
}

// Lchown is Chown that does not follow a symbolic link.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.at("lchownat", name, 0, func(path string) error { return syscall.Lchown(path, uid, gid) })
}

// Chtimes sets the times of access and modification; a zero time leaves one as it is.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.at("chtimesat", name, followLast, func(path string) error { return chtimes(path, atime, mtime) })
}

// ReadFile returns the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	return readFileContents(size, f.Read)
}

// readFileContents reads up to the end of a file that has some size, or 0 if that is unknown.
func readFileContents(size int64, read func([]byte) (int, error)) ([]byte, error) {
	const least = 512
	// One byte more, for the read that finds the end.
	data := make([]byte, 0, max(int(size)+1, least))
	for {
		room := cap(data) - len(data)
		if room == 0 || size == 0 && room < least {
			data = append(make([]byte, 0, 2*cap(data)+least), data...)
		}
		n, err := read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
	}
}

// WriteFile makes data the contents of a file.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return f.writeAndClose(data)
}

// FS returns the files below r as a file system.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

// within calls f for a name that file systems allow.
func within[T any](r *rootFS, op, name string, f func(r *Root, name string) (T, error)) (result T, err error) {
	if !fs.ValidPath(name) {
		return result, &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return f((*Root)(r), name)
}

func (r *rootFS) Open(name string) (fs.File, error) {
	f, err := within(r, "open", name, (*Root).Open)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	f, err := within(r, "readdir", name, (*Root).Open)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	return within(r, "readfile", name, (*Root).ReadFile)
}

func (r *rootFS) Stat(name string) (FileInfo, error) {
	return within(r, "stat", name, (*Root).Stat)
}

func (r *rootFS) Lstat(name string) (FileInfo, error) {
	return within(r, "lstat", name, (*Root).Lstat)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	return within(r, "readlink", name, (*Root).Readlink)
}
