package os

import (
	"errors"
	"syscall"
)

// Args is the command line, the program first.
var Args = args()

//js:native args
func args() []string

// Exit ends the program at once; deferred calls do not run.
//
//js:native exit
func Exit(code int)

// setPanicOnExit0 is for package testing.
//
//js:native panicOnExit0
func setPanicOnExit0(isSet bool)

// Getenv returns a variable of the environment, "" if it is not set.
func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// LookupEnv returns a variable of the environment and whether it is set.
func LookupEnv(key string) (string, bool) {
	return syscall.Getenv(key)
}

// Setenv sets a variable of the environment.
func Setenv(key, value string) error {
	return NewSyscallError("setenv", syscall.Setenv(key, value))
}

// Unsetenv removes a variable from the environment.
func Unsetenv(key string) error {
	return NewSyscallError("unsetenv", syscall.Unsetenv(key))
}

// Clearenv removes all variables.
func Clearenv() {
	syscall.Clearenv()
}

// Environ returns the environment, each variable as key=value.
func Environ() []string {
	return syscall.Environ()
}

// ExpandEnv replaces $name and ${name} by variables of the environment.
func ExpandEnv(s string) string {
	return Expand(s, Getenv)
}

// Expand replaces $name and ${name} by what mapping returns for the name.
func Expand(s string, mapping func(string) string) string {
	text := ""
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 >= len(s) {
			continue
		}
		text += s[start:i]
		name, width := variableName(s[i+1:])
		switch {
		case name == "" && width > 0:
			// Bad syntax: ${ and what belongs to it is dropped.
		case name == "":
			text += "$"
		default:
			text += mapping(name)
		}
		i += width
		start = i + 1
	}
	return text + s[start:]
}

// variableName returns the name at the start of s, behind a $, and how long it is with its braces.
func variableName(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[0:1], 1
	}
	i := 0
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	return s[:i], i
}

func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	return false
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func Getpid() int      { return syscall.Getpid() }
func Getppid() int     { return syscall.Getppid() }
func Getuid() int      { return syscall.Getuid() }
func Geteuid() int     { return syscall.Geteuid() }
func Getgid() int      { return syscall.Getgid() }
func Getegid() int     { return syscall.Getegid() }
func Getpagesize() int { return syscall.Getpagesize() }

func Getgroups() ([]int, error) {
	groups, err := syscall.Getgroups()
	return groups, NewSyscallError("getgroups", err)
}

// Hostname returns the name of the machine.
func Hostname() (name string, err error) {
	return hostname(), nil
}

// Executable returns the path of the program.
func Executable() (string, error) {
	if path := executable(); path != "" {
		return path, nil
	}
	return "", errors.New("Executable not implemented for js")
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the home directory of the user.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns the directory for cached data of the user.
func UserCacheDir() (string, error) {
	return userDir("XDG_CACHE_HOME", ".cache")
}

// UserConfigDir returns the directory for settings of the user.
func UserConfigDir() (string, error) {
	return userDir("XDG_CONFIG_HOME", ".config")
}

func userDir(variable, below string) (string, error) {
	if dir := Getenv(variable); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + variable + " is relative")
		}
		return dir, nil
	}
	if home := Getenv("HOME"); home != "" {
		return home + "/" + below, nil
	}
	return "", errors.New("neither $" + variable + " nor $HOME are defined")
}

// A Signal is one of the operating system.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

//js:native hostname
func hostname() string

//js:native executable
func executable() string
