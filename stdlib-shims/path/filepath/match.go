package filepath

import (
	"errors"
	"os"
	"path"
	"slices"
	"strings"
)

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match tells whether all of name is as pattern says, in the language of path.Match.
func Match(pattern, name string) (matched bool, err error) {
	matched, err = path.Match(pattern, name)
	if err != nil {
		err = ErrBadPattern
	}
	return matched, err
}

// special has the characters with a meaning in patterns.
const special = `*?[\`

func hasMeta(pattern string) bool { return strings.ContainsAny(pattern, special) }

// maxDepth is how many folders deep a pattern may go.
const maxDepth = 10000

// Glob returns the files whose names match pattern. It ignores errors of the file system.
func Glob(pattern string) (matches []string, err error) {
	// Each separator behind a special character is one folder deeper.
	if meta := strings.IndexAny(pattern, special); meta >= 0 && strings.Count(pattern[meta:], "/") > maxDepth {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch {
	case dir == "":
		dir = "."
	case dir != "/":
		dir = dir[:len(dir)-1]
	}
	if !hasMeta(dir) {
		return globIn(dir, file, nil), nil
	}
	if dir == pattern {
		return nil, ErrBadPattern
	}
	dirs, err := Glob(dir)
	if err != nil {
		return nil, err
	}
	for _, dir := range dirs {
		matches = globIn(dir, file, matches)
	}
	return matches, nil
}

// globIn appends the files in a folder whose names match.
func globIn(dir, pattern string, matches []string) []string {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return matches
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return matches
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	slices.Sort(names)
	for _, name := range names {
		if ok, _ := Match(pattern, name); ok {
			matches = append(matches, Join(dir, name))
		}
	}
	return matches
}
