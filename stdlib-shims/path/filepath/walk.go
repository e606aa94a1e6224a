package filepath

import (
	"io/fs"
	"os"
)

var (
	// SkipDir tells Walk and WalkDir to leave out a folder, or what remains in the folder of a file.
	SkipDir error = fs.SkipDir
	// SkipAll tells them to stop.
	SkipAll error = fs.SkipAll
)

// A WalkFunc is called by Walk for each file and folder, with the error where there is one.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for root and all that is below it, in the order of names. It does not follow symbolic links.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	return walked(err)
}

func walked(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(path string, entry fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(path, entry, nil); err != nil || !entry.IsDir() {
		if err == SkipDir && entry.IsDir() {
			return nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		// The second call for a folder reports what went wrong in it.
		if err = fn(path, entry, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, child := range entries {
		if err := walkDir(Join(path, child.Name()), child, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with the FileInfo of everything, which takes more time.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	return walked(err)
}

// lstat is replaced by tests.
var lstat = os.Lstat

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	entries, err := os.ReadDir(path)
	failure := fn(path, info, err)
	if err != nil || failure != nil {
		return failure
	}
	for _, entry := range entries {
		name := Join(path, entry.Name())
		child, err := lstat(name)
		if err != nil {
			if err := fn(name, child, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err := walk(name, child, fn); err != nil && (err != SkipDir || !child.IsDir()) {
			return err
		}
	}
	return nil
}
