// Package godebug has the settings that the environment variable GODEBUG may change. They are read
// when first used, and again when the program has changed that variable.
package godebug

// A Setting is one setting.
type Setting struct {
	name  string
	value string
	// readAt is the version of the environment that value is of; 0 if it was not read.
	readAt int
}

// version counts the versions that the environment has had.
var version = 1

// Changed is called when the program has changed GODEBUG.
func Changed() { version++ }

// New returns the setting of a name; a leading # marks one that is not documented.
func New(name string) *Setting { return &Setting{name: name} }

// Name returns the name of s.
func (s *Setting) Name() string {
	if s.Undocumented() {
		return s.name[1:]
	}
	return s.name
}

// Undocumented tells whether s is not documented.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

func (s *Setting) String() string { return s.Name() + "=" + s.Value() }

// IncNonDefault would count a use of another behaviour; there are no metrics.
func (s *Setting) IncNonDefault() {}

// defaults is what the compiler knows of the settings at first: those that differ from the newest Go's.
var defaults string

// Value returns what GODEBUG sets s to, or how the program begins, "" if nothing.
func (s *Setting) Value() string {
	if s.readAt != version {
		s.value = find(defaults+","+environment(), s.Name())
		s.readAt = version
	}
	return s.value
}

// find returns the value of the last name=value in a list with commas.
func find(list, name string) string {
	end := len(list)
	for end > 0 {
		start := end
		for start > 0 && list[start-1] != ',' {
			start--
		}
		pair := list[start:end]
		if len(pair) > len(name) && pair[:len(name)] == name && pair[len(name)] == '=' {
			return pair[len(name)+1:]
		}
		end = start - 1
	}
	return ""
}

// environment returns $GODEBUG.
//
//js:native environment
func environment() string
