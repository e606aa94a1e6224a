// Package filepath has functions for names of files, whose elements are divided by slashes here.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// Clean returns the shortest name that means the same.
func Clean(path string) string { return clean(path) }

func clean(name string) string { return path.Clean(name) }

// IsLocal tells whether path stays below the folder that it is resolved in.
func IsLocal(path string) bool {
	return path != "" && !IsAbs(path) && clean(path) != ".." && !strings.HasPrefix(clean(path), "../")
}

// Localize makes a name of a path that fs.ValidPath is true for.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.IndexByte(path, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// ToSlash puts slashes in the place of separators.
func ToSlash(path string) string { return path }

// FromSlash puts separators in the place of slashes.
func FromSlash(path string) string { return path }

// SplitList splits what is in a variable such as PATH.
func SplitList(path string) []string {
	if path == "" {
		return []string{}
	}
	return strings.Split(path, string(ListSeparator))
}

// Split splits a name after its last separator.
func Split(path string) (dir, file string) { return split(path) }

func split(name string) (dir, file string) { return path.Split(name) }

// Join puts separators between the elements that are not empty, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Ext returns the end of the last element from its last dot on.
func Ext(path string) string { return ext(path) }

func ext(name string) string { return path.Ext(name) }

// Base returns the last element.
func Base(path string) string { return base(path) }

func base(name string) string { return path.Base(name) }

// Dir returns all but the last element, cleaned.
func Dir(path string) string { return dir(path) }

func dir(name string) string { return path.Dir(name) }

// VolumeName returns the drive, which there is none of here.
func VolumeName(path string) string { return "" }

// IsAbs tells whether a name begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// HasPrefix is strings.HasPrefix.
//
// Deprecated: it does not respect the borders of elements.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Abs returns a name that begins at the root.
func Abs(path string) (string, error) {
	if IsAbs(path) {
		return Clean(path), nil
	}
	wd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(wd, path), nil
}

// Rel returns a name that means targPath in the folder basePath.
func Rel(basePath, targPath string) (string, error) {
	base, target := Clean(basePath), Clean(targPath)
	if base == target {
		return ".", nil
	}
	if IsAbs(base) != IsAbs(target) {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	from, to := elements(base), elements(target)
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	if len(from) > 0 && from[0] == ".." {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	up := make([]string, len(from))
	for i := range up {
		up[i] = ".."
	}
	return strings.Join(append(up, to...), "/"), nil
}

// elements returns the elements of a clean name, without the root.
func elements(name string) []string {
	name = strings.TrimPrefix(name, "/")
	if name == "" || name == "." {
		return nil
	}
	return strings.Split(name, "/")
}

// EvalSymlinks returns the name of the same file without symbolic links.
func EvalSymlinks(path string) (string, error) {
	resolved, rest := "", elements(path)
	if IsAbs(path) {
		resolved = "/"
	}
	for links := 0; len(rest) > 0; {
		elem := rest[0]
		rest = rest[1:]
		if elem == "" || elem == "." {
			continue
		}
		next := resolved + elem
		if resolved != "" && resolved != "/" {
			next = resolved + "/" + elem
		}
		if elem == ".." {
			resolved = Clean(next)
			continue
		}
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if len(rest) > 0 && !info.IsDir() {
				return "", syscall.ENOTDIR
			}
			resolved = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			resolved = "/"
		}
		rest = append(elements(target), rest...)
	}
	return Clean(resolved), nil
}
