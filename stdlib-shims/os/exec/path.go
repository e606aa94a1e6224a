// Package exec starts programs, which it looks for in the folders of $PATH.
package exec

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrNotFound is the error of LookPath where no program has the name.
var ErrNotFound = errors.New("executable file not found in $PATH")

// checkExecutable returns an error where a file cannot be started.
func checkExecutable(file string) error {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return syscall.EISDIR
	case info.Mode()&0111 == 0:
		return fs.ErrPermission
	}
	return nil
}

// LookPath returns the path of a program that a command names.
func LookPath(file string) (string, error) {
	if err := validateLookPath(file); err != nil {
		return "", &Error{file, err}
	}
	if strings.Contains(file, "/") {
		if err := checkExecutable(file); err != nil {
			return "", &Error{file, err}
		}
		return file, nil
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		// An empty element is the current folder, as for the shell.
		path := filepath.Join(dir, file)
		if dir == "" {
			path = file
		}
		if checkExecutable(path) != nil {
			continue
		}
		if !filepath.IsAbs(path) {
			if execerrdot.Value() != "0" {
				return path, &Error{file, ErrDot}
			}
			execerrdot.IncNonDefault()
		}
		return path, nil
	}
	return "", &Error{file, ErrNotFound}
}

// lookExtensions has nothing to add: only Windows knows programs by their extensions.
func lookExtensions(path, dir string) (string, error) { return path, nil }
