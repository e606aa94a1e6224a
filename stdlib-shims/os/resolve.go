package os

import (
	"errors"
	"syscall"
)

var errPathEscapes = errors.New("path escapes from parent")

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 40

// A resolver follows a path below a directory name by name and never leaves that directory.
type resolver struct {
	top   string
	done  []string // the names so far, none of which is a symbolic link
	rest  []string // the names to come
	tail  string   // "/" or "/." where the path says that it means a directory
	given string   // the path up to a symbolic link with such a tail, which operations that do not follow links get
	links int
}

// How a path is resolved.
const (
	followLast  = 1 << iota // also where the last name is a symbolic link
	makeMissing             // makes missing directories, but for the last name
)

// resolve returns the path on the host of a name below r, which must not lead out of it.
func (r *Root) resolve(name string, how int) (path string, err error) {
	v, err := r.walk(name, how, 0)
	if err != nil {
		return "", err
	}
	return v.result(), nil
}

// walk follows name to its end, or to where that fails. perm is for directories that it makes.
func (r *Root) walk(name string, how int, perm FileMode) (*resolver, error) {
	v := &resolver{top: r.dir}
	if r.isClosed {
		return v, ErrClosed
	}
	if name == "" {
		return v, syscall.ENOENT
	}
	if name[0] == '/' {
		return v, errPathEscapes
	}
	v.push(name, true)
	for len(v.rest) > 0 {
		if err := v.step(how, perm); err != nil {
			return v, err
		}
	}
	return v, nil
}

// result is the whole path of what the names lead to.
func (v *resolver) result() string {
	if v.given != "" {
		return v.given
	}
	if len(v.done) == 0 {
		return v.top + "/."
	}
	return v.path() + v.tail
}

func (v *resolver) path() string {
	path := v.top
	for _, name := range v.done {
		path += "/" + name
	}
	return path
}

// push puts the names of a path before those to come.
func (v *resolver) push(path string, isLast bool) {
	var names []string
	tail := ""
	for start := 0; start < len(path); {
		end := start
		for end < len(path) && path[end] != '/' {
			end++
		}
		if name := path[start:end]; name != "" {
			names = append(names, name)
			tail = ""
		}
		if end < len(path) {
			tail = "/"
		}
		start = end + 1
	}
	if isLast && tail != "" {
		v.tail = tail
	}
	v.rest = append(names, v.rest...)
}

// step takes the next name.
func (v *resolver) step(how int, perm FileMode) error {
	name := v.rest[0]
	v.rest = v.rest[1:]
	isLast := len(v.rest) == 0
	switch name {
	case ".":
		if isLast {
			v.tail = "/."
		}
		return nil
	case "..":
		if len(v.done) == 0 {
			return errPathEscapes
		}
		v.done = v.done[:len(v.done)-1]
		return nil
	}
	v.done = append(v.done, name)
	var info syscall.Stat_t
	err := syscall.Lstat(v.path(), &info)
	switch {
	case err == nil:
	case isLast:
		// Whatever is wrong, the caller's operation meets it too.
		return nil
	case err == syscall.ENOENT && how&makeMissing != 0:
		return syscall.Mkdir(v.path(), hostMode(perm))
	default:
		return err
	}
	switch info.Mode & syscall.S_IFMT {
	case syscall.S_IFDIR:
		return nil
	case syscall.S_IFLNK:
		if isLast && how&followLast == 0 {
			if v.tail == "" {
				return nil
			}
			// Hosts do not agree on what that means; it must not lead out in any case.
			v.given = v.path() + v.tail
		}
		return v.follow()
	}
	if !isLast {
		return syscall.ENOTDIR
	}
	return nil
}

// follow puts what the last name, a symbolic link, leads to in its place.
func (v *resolver) follow() error {
	if v.links++; v.links > maxLinks {
		return syscall.ELOOP
	}
	target, errno := readlink(v.path())
	if errno != 0 {
		return errno
	}
	if target != "" && target[0] == '/' {
		return errPathEscapes
	}
	v.done = v.done[:len(v.done)-1]
	v.push(target, len(v.rest) == 0)
	return nil
}
