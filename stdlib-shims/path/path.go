// Package path has functions for paths with slashes.
package path

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// Clean returns the shortest path that means the same: no ".", no empty element, ".." only where nothing is before it.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	isRooted := path[0] == '/'
	// What has been kept, and how much of it is ".." without anything before.
	cleaned, fixed := "", 0
	for start := 0; start < len(path); {
		end := start
		for end < len(path) && path[end] != '/' {
			end++
		}
		elem := path[start:end]
		start = end + 1
		switch {
		case elem == "" || elem == ".":
			continue
		case elem == ".." && len(cleaned) > fixed:
			cleaned = cleaned[:max(strings.LastIndexByte(cleaned, '/'), 0)]
			continue
		case elem == ".." && isRooted:
			continue
		}
		if cleaned != "" {
			cleaned += "/"
		}
		cleaned += elem
		if elem == ".." {
			fixed = len(cleaned)
		}
	}
	if isRooted {
		return "/" + cleaned
	}
	if cleaned == "" {
		return "."
	}
	return cleaned
}

// Split splits path after its last slash.
func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1], path[i+1:]
}

// Join puts slashes between the elements that are not empty, and cleans the result. Of nothing it makes "".
func Join(elem ...string) string {
	joined := ""
	for _, e := range elem {
		if joined != "" {
			joined += "/"
		}
		joined += e
	}
	if joined == "" {
		return ""
	}
	return Clean(joined)
}

// Ext returns the end of the last element from its last dot on.
func Ext(path string) string {
	_, file := Split(path)
	if i := strings.LastIndexByte(file, '.'); i >= 0 {
		return file[i:]
	}
	return ""
}

// Base returns the last element: "." of an empty path, "/" of one with nothing but slashes.
func Base(path string) string {
	if path == "" {
		return "."
	}
	_, file := Split(strings.TrimRight(path, "/"))
	if file == "" {
		return "/"
	}
	return file
}

// IsAbs tells whether path begins with a slash.
func IsAbs(path string) bool {
	return strings.HasPrefix(path, "/")
}

// Dir returns all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// The kinds of parts of a pattern.
const (
	literal = iota // a byte
	single         // ? any rune but a slash
	class          // [a-z]
	star           // * any number of bytes but slashes
)

type part struct {
	kind      int
	b         byte
	isNegated bool
	ranges    []rune // low and high of each range of a class
}

// Match tells whether all of name is as pattern says: * stands for any bytes without slash, ? for a rune that is no
// slash, [a-z] and [^a-z] for a rune in or out of ranges, \ takes the meaning from the next character.
func Match(pattern, name string) (matched bool, err error) {
	parts, ok := parse(pattern)
	if !ok {
		return false, ErrBadPattern
	}
	// At a mismatch, the last star takes one byte more.
	p, i := 0, 0
	starPart, starEnd := -1, 0
	for p < len(parts) || i < len(name) {
		if p < len(parts) && parts[p].kind == star {
			starPart, starEnd = p, i
			p++
			continue
		}
		if p < len(parts) {
			if size := parts[p].match(name[i:]); size > 0 {
				p++
				i += size
				continue
			}
		}
		if starPart < 0 || starEnd >= len(name) || name[starEnd] == '/' {
			return false, nil
		}
		starEnd++
		p, i = starPart+1, starEnd
	}
	return true, nil
}

// match returns how many bytes at the beginning of s are as the part says, 0 where they are not.
func (p *part) match(s string) int {
	if s == "" {
		return 0
	}
	if p.kind == literal {
		if s[0] == p.b {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if p.kind == single {
		if r == '/' {
			return 0
		}
		return size
	}
	isIn := false
	for k := 0; k < len(p.ranges); k += 2 {
		isIn = isIn || p.ranges[k] <= r && r <= p.ranges[k+1]
	}
	if isIn == p.isNegated {
		return 0
	}
	return size
}

// parse cuts a pattern into parts, and tells whether it is well-formed.
func parse(pattern string) (parts []part, ok bool) {
	for pattern != "" {
		c := pattern[0]
		pattern = pattern[1:]
		switch c {
		case '*':
			parts = append(parts, part{kind: star})
		case '?':
			parts = append(parts, part{kind: single})
		case '[':
			p := part{kind: class}
			if pattern, ok = p.parseClass(pattern); !ok {
				return nil, false
			}
			parts = append(parts, p)
		case '\\':
			if pattern == "" {
				return nil, false
			}
			parts = append(parts, part{kind: literal, b: pattern[0]})
			pattern = pattern[1:]
		default:
			parts = append(parts, part{kind: literal, b: c})
		}
	}
	return parts, true
}

// parseClass reads what follows [ and returns what follows ].
func (p *part) parseClass(pattern string) (rest string, ok bool) {
	if pattern, p.isNegated = strings.CutPrefix(pattern, "^"); pattern == "" {
		return "", false
	}
	for len(p.ranges) == 0 || pattern[0] != ']' {
		var low, high rune
		if low, pattern, ok = classRune(pattern); !ok {
			return "", false
		}
		high = low
		if pattern[0] == '-' {
			if high, pattern, ok = classRune(pattern[1:]); !ok {
				return "", false
			}
		}
		p.ranges = append(p.ranges, low, high)
	}
	return pattern[1:], true
}

// classRune reads one rune of a class. Something must follow it.
func classRune(pattern string) (r rune, rest string, ok bool) {
	if pattern == "" || pattern[0] == '-' || pattern[0] == ']' {
		return 0, "", false
	}
	pattern = strings.TrimPrefix(pattern, `\`)
	r, size := utf8.DecodeRuneInString(pattern)
	rest = pattern[size:]
	return r, rest, rest != "" && (r != utf8.RuneError || size > 1)
}
