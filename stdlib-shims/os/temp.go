package os

import (
	"errors"
	"io"
	"io/fs"
)

var errPatternHasSeparator = errors.New("pattern contains path separator")

// CreateTemp makes a new file in dir, its name from pattern with a random string for the last star or at its end.
func CreateTemp(dir, pattern string) (*File, error) {
	prefix, suffix, err := temporaryName("createtemp", &dir, pattern)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		f, err := OpenFile(dir+"/"+prefix+randomDigits()+suffix, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) || try >= 10000 {
			return f, err
		}
	}
}

// MkdirTemp makes a new directory as CreateTemp makes a file.
func MkdirTemp(dir, pattern string) (string, error) {
	prefix, suffix, err := temporaryName("mkdirtemp", &dir, pattern)
	if err != nil {
		return "", err
	}
	for try := 0; ; try++ {
		name := dir + "/" + prefix + randomDigits() + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if IsNotExist(err) {
			if _, dirErr := Stat(dir); IsNotExist(dirErr) {
				return "", dirErr
			}
		}
		if !IsExist(err) || try >= 10000 {
			return "", err
		}
	}
}

func temporaryName(op string, dir *string, pattern string) (prefix, suffix string, err error) {
	if *dir == "" {
		*dir = TempDir()
	}
	prefix = pattern
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '/' {
			return "", "", &PathError{Op: op, Path: pattern, Err: errPatternHasSeparator}
		}
	}
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			return pattern[:i], pattern[i+1:], nil
		}
	}
	return prefix, "", nil
}

// DirFS returns the files below dir as a file system.
func DirFS(dir string) fs.FS {
	return dirFS(dir)
}

type dirFS string

func (dir dirFS) join(op, name string) (string, error) {
	if dir == "" {
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	if dir[len(dir)-1] == '/' {
		return string(dir) + name, nil
	}
	return string(dir) + "/" + name, nil
}

func (dir dirFS) restore(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, dir.restore(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.join("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(full)
	return b, dir.restore(err, name)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.join("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	return entries, dir.restore(err, name)
}

func (dir dirFS) Stat(name string) (FileInfo, error) {
	full, err := dir.join("stat", name)
	if err != nil {
		return nil, err
	}
	f, err := Stat(full)
	return f, dir.restore(err, name)
}

func (dir dirFS) Lstat(name string) (FileInfo, error) {
	full, err := dir.join("lstat", name)
	if err != nil {
		return nil, err
	}
	f, err := Lstat(full)
	return f, dir.restore(err, name)
}

func (dir dirFS) ReadLink(name string) (string, error) {
	full, err := dir.join("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, dir.restore(err, name)
}

// CopyFS copies the files of fsys to dir.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir + "/" + path
		switch d.Type() {
		case ModeDir:
			return MkdirAll(target, 0777)
		case ModeSymlink:
			link, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(link, target)
		case 0:
			return copyFile(target, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	source, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	f, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, source); err != nil {
		f.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return f.Close()
}

//js:native randomDigits
func randomDigits() string
