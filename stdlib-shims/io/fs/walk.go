package fs

import (
	"errors"
	"io"
	"path"
	"strconv"
)

// SkipDir, as the result of a WalkDirFunc, skips the directory.
var SkipDir = errors.New("skip this directory")

// SkipAll, as the result of a WalkDirFunc, ends the walk.
var SkipAll = errors.New("skip everything and stop the walk")

// A WalkDirFunc is called for each file of a tree, or with an error for one that cannot be read.
type WalkDirFunc func(path string, d DirEntry, err error) error

// WalkDir calls fn for root and everything below it, in lexical order.
func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	var entry DirEntry
	info, err := Stat(fsys, root)
	if err == nil {
		entry = FileInfoToDirEntry(info)
		err = (&walk{fsys, fn}).visit(root, entry)
	} else {
		err = fn(root, entry, err)
	}
	switch err {
	case SkipDir, SkipAll:
		return nil
	}
	return err
}

type walk struct {
	fsys FS
	fn   WalkDirFunc
}

// visit calls fn for an entry and what is below it. It gives SkipDir where the rest of the directory that the entry
// stands in is to be skipped.
func (w *walk) visit(name string, entry DirEntry) error {
	isDir := entry.IsDir()
	err := w.fn(name, entry, nil)
	if err == SkipDir && isDir {
		return nil
	}
	if err != nil || !isDir {
		return err
	}
	children, err := ReadDir(w.fsys, name)
	if err != nil {
		// There may be some children nevertheless.
		err = w.fn(name, entry, err)
	}
	for i := 0; err == nil && i < len(children); i++ {
		err = w.visit(path.Join(name, children[i].Name()), children[i])
	}
	if err == SkipDir {
		return nil
	}
	return err
}

// opened opens a file, gives it to use, and closes it.
func opened[R any](fsys FS, name string, use func(File) (R, error)) (result R, err error) {
	file, err := fsys.Open(name)
	if err == nil {
		defer file.Close()
		result, err = use(file)
	}
	return result, err
}

// ReadFile returns the contents of a file.
func ReadFile(fsys FS, name string) ([]byte, error) {
	if direct, ok := fsys.(ReadFileFS); ok {
		return direct.ReadFile(name)
	}
	return opened(fsys, name, func(file File) ([]byte, error) { return io.ReadAll(file) })
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if direct, ok := fsys.(ReadDirFS); ok {
		return direct.ReadDir(name)
	}
	return opened(fsys, name, func(file File) ([]DirEntry, error) {
		dir, ok := file.(ReadDirFile)
		if !ok {
			return nil, failure("readdir", name, errors.New("not implemented"))
		}
		entries, err := dir.ReadDir(-1)
		sortByName(entries)
		return entries, err
	})
}

func failure(op, name string, err error) error {
	return &PathError{op, name, err}
}

func sortByName(list []DirEntry) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j].Name() < list[j-1].Name(); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// Stat describes a file.
func Stat(fsys FS, name string) (FileInfo, error) {
	if direct, ok := fsys.(StatFS); ok {
		return direct.Stat(name)
	}
	return opened(fsys, name, File.Stat)
}

// ReadLink returns where a symbolic link leads.
func ReadLink(fsys FS, name string) (string, error) {
	if links, ok := fsys.(ReadLinkFS); ok {
		return links.ReadLink(name)
	}
	return "", failure("readlink", name, ErrInvalid)
}

// Lstat is Stat that does not follow a symbolic link.
func Lstat(fsys FS, name string) (FileInfo, error) {
	if fsys, ok := fsys.(ReadLinkFS); ok {
		return fsys.Lstat(name)
	}
	return Stat(fsys, name)
}

// Glob returns the names that match a pattern of package path.
func Glob(fsys FS, pattern string) (matches []string, err error) {
	if fsys, ok := fsys.(GlobFS); ok {
		return fsys.Glob(pattern)
	}
	return globAt(fsys, pattern, 0)
}

// The deepest folder that patterns may stand for: hostile ones would take as many calls.
const deepest = 10000

// globAt is Glob for what is depth elements before the end of the pattern that was asked for.
func globAt(fsys FS, pattern string, depth int) (matches []string, err error) {
	if depth > deepest {
		return nil, path.ErrBadPattern
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, path.ErrBadPattern
		}
		if dirs, err = globAt(fsys, dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		entries, err := ReadDir(fsys, dir)
		if err != nil {
			continue
		}
		for _, entry := range entries {
			matched, err := path.Match(file, entry.Name())
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, path.Join(dir, entry.Name()))
			}
		}
	}
	return matches, nil
}

func hasMeta(pattern string) bool {
	for _, c := range []byte(pattern) {
		if c == '*' || c == '?' || c == '[' || c == '\\' {
			return true
		}
	}
	return false
}

// FileInfoToDirEntry returns a DirEntry that tells what info does.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return dirInfo{info}
}

type dirInfo struct {
	info FileInfo
}

func (d dirInfo) IsDir() bool             { return d.info.IsDir() }
func (d dirInfo) Type() FileMode          { return d.info.Mode().Type() }
func (d dirInfo) Info() (FileInfo, error) { return d.info, nil }
func (d dirInfo) Name() string            { return d.info.Name() }
func (d dirInfo) String() string          { return FormatDirEntry(d) }

// FormatFileInfo returns a line like that of ls -l.
func FormatFileInfo(info FileInfo) string {
	size := info.Size()
	text := info.Mode().String() + " " + strconv.FormatInt(size, 10) + " " + info.ModTime().Format("2006-01-02 15:04:05") + " " + info.Name()
	if info.IsDir() {
		text += "/"
	}
	return text
}

// FormatDirEntry returns a line that tells kind and name.
func FormatDirEntry(dir DirEntry) string {
	mode := dir.Type().String()
	text := mode[:len(mode)-9] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}

// Sub returns the tree below a directory.
func Sub(fsys FS, dir string) (FS, error) {
	switch {
	case !ValidPath(dir):
		return nil, failure("sub", dir, ErrInvalid)
	case dir == ".":
		return fsys, nil
	}
	if direct, ok := fsys.(SubFS); ok {
		return direct.Sub(dir)
	}
	return &below{fsys, dir}, nil
}

// below is the tree below a directory of another.
type below struct {
	outer FS
	dir   string
}

// inside calls do with the name that a file has in the outer tree. In an error, the name is the one here.
func inside[R any](b *below, op, name string, do func(outer FS, name string) (R, error)) (result R, err error) {
	if !ValidPath(name) {
		return result, failure(op, name, ErrInvalid)
	}
	result, err = do(b.outer, path.Join(b.dir, name))
	return result, b.local(err)
}

// cut returns the name here of what has a name in the outer tree, if it is here.
func (b *below) cut(outer string) (name string, ok bool) {
	if outer == b.dir {
		return ".", true
	}
	n := len(b.dir)
	if len(outer) > n+1 && outer[:n] == b.dir && outer[n] == '/' {
		return outer[n+1:], true
	}
	return "", false
}

// local changes the name in an error to the one here.
func (b *below) local(err error) error {
	if failed, ok := err.(*PathError); ok {
		if name, ok := b.cut(failed.Path); ok {
			failed.Path = name
		}
	}
	return err
}

func (b *below) Open(name string) (File, error)          { return inside(b, "open", name, FS.Open) }
func (b *below) ReadDir(name string) ([]DirEntry, error) { return inside(b, "read", name, ReadDir) }
func (b *below) ReadFile(name string) ([]byte, error)    { return inside(b, "read", name, ReadFile) }

func (b *below) ReadLink(name string) (string, error) {
	target, err := inside(b, "readlink", name, ReadLink)
	if err != nil {
		return "", err
	}
	return target, nil
}

func (b *below) Lstat(name string) (FileInfo, error) {
	info, err := inside(b, "lstat", name, Lstat)
	if err != nil {
		return nil, err
	}
	return info, nil
}

func (b *below) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if pattern == "." {
		return []string{pattern}, nil
	}
	names, err := Glob(b.outer, b.dir+"/"+pattern)
	for i, outer := range names {
		var ok bool
		if names[i], ok = b.cut(outer); !ok {
			return nil, errors.New("invalid result from inner fsys Glob: " + outer + " not in " + b.dir)
		}
	}
	return names, b.local(err)
}

func (b *below) Sub(dir string) (FS, error) {
	if dir == "." {
		return b, nil
	}
	if !ValidPath(dir) {
		return nil, failure("sub", dir, ErrInvalid)
	}
	return &below{b.outer, path.Join(b.dir, dir)}, nil
}
