// Package syscall has the error numbers and constants that os and others speak in. Files are the business of os.
package syscall

import (
	"errors"
	"internal/godebug"
	"internal/oserror"
	"unsafe"
)

// An Errno is the number of an error of the system.
type Errno uintptr

func (e Errno) Error() string {
	if e < Errno(len(errorTexts)) && errorTexts[e] != "" {
		return errorTexts[e]
	}
	return "errno " + uitoa(uint(e))
}

// Is tells whether e is one of the portable errors of package os.
func (e Errno) Is(target error) bool {
	switch e {
	case EACCES, EPERM:
		return target == oserror.ErrPermission
	case EEXIST, ENOTEMPTY:
		return target == oserror.ErrExist
	case ENOENT:
		return target == oserror.ErrNotExist
	case ENOSYS, ENOTSUP:
		return target == errors.ErrUnsupported
	}
	return false
}

// Temporary tells whether it may help to try again.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e.Timeout()
}

// Timeout tells whether time ran out.
func (e Errno) Timeout() bool {
	return e == EAGAIN || e == EWOULDBLOCK || e == ETIMEDOUT
}

// A Signal is the number of a signal.
type Signal int

const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGTRAP Signal = 5
	SIGABRT Signal = 6
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
	SIGCHLD Signal = 17
)

// Signals that nobody sends here, for code that waits for them on other systems.
const (
	SIGILL    Signal = 4
	SIGBUS    Signal = 7
	SIGFPE    Signal = 8
	SIGSEGV   Signal = 11
	SIGCONT   Signal = 18
	SIGSTOP   Signal = 19
	SIGTSTP   Signal = 20
	SIGTTIN   Signal = 21
	SIGTTOU   Signal = 22
	SIGURG    Signal = 23
	SIGXCPU   Signal = 24
	SIGXFSZ   Signal = 25
	SIGVTALRM Signal = 26
	SIGPROF   Signal = 27
	SIGWINCH  Signal = 28
	SIGIO     Signal = 29
	SIGPWR    Signal = 30
	SIGSYS    Signal = 31
)

// Signal makes a Signal an os.Signal.
func (s Signal) Signal() {}

var signalNames = [...]string{
	SIGHUP:  "hangup",
	SIGINT:  "interrupt",
	SIGQUIT: "quit",
	SIGTRAP: "trace/breakpoint trap",
	SIGABRT: "aborted",
	SIGKILL: "killed",
	SIGUSR1: "user defined signal 1",
	SIGUSR2: "user defined signal 2",
	SIGPIPE: "broken pipe",
	SIGALRM: "alarm clock",
	SIGTERM: "terminated",
	SIGCHLD: "child exited",
}

func (s Signal) String() string {
	if s < 0 {
		return "signal -" + uitoa(uint(-s))
	}
	if int(s) < len(signalNames) && signalNames[s] != "" {
		return signalNames[s]
	}
	return "signal " + uitoa(uint(s))
}

const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

const (
	O_RDONLY    = 0
	O_WRONLY    = 1
	O_RDWR      = 2
	O_CREAT     = 0100
	O_CREATE    = O_CREAT
	O_EXCL      = 0200
	O_TRUNC     = 01000
	O_APPEND    = 02000
	O_SYNC      = 010000
	O_DIRECTORY = 020000
	O_CLOEXEC   = 0
	O_NONBLOCK  = 0
)

const (
	PathMax         = 256
	ImplementsGetwd = true
)

// Exit ends the program.
//
//js:native exit
func Exit(code int)

//js:native getpid
func Getpid() int

//js:native getppid
func Getppid() int

//js:native getuid
func Getuid() int

//js:native getgid
func Getgid() int

func Geteuid() int { return Getuid() }

func Getegid() int { return Getgid() }

func Getpagesize() int { return 65536 }

// Getgroups returns the groups that the user belongs to.
func Getgroups() ([]int, error) {
	groups, ok := getgroups()
	if !ok {
		return nil, ENOSYS
	}
	return groups, nil
}

//js:native getgroups
func getgroups() (groups []int, ok bool)

// Getenv returns a variable of the environment and whether it is set.
//
//js:native getenv
func Getenv(key string) (value string, found bool)

// Setenv sets a variable of the environment.
func Setenv(key, value string) error {
	isValid := key != ""
	for _, c := range []byte(key) {
		isValid = isValid && c != 0 && c != '='
	}
	if !isValid {
		return EINVAL
	}
	setenv(key, value)
	changed(key)
	return nil
}

// changed tells those who have read the variable.
func changed(key string) {
	if key == "GODEBUG" {
		godebug.Changed()
	}
}

//js:native setenv
func setenv(key, value string)

// Unsetenv removes a variable from the environment.
func Unsetenv(key string) error {
	unsetenv(key)
	changed(key)
	return nil
}

//js:native unsetenv
func unsetenv(key string)

// Clearenv removes all variables.
func Clearenv() {
	clearenv()
	godebug.Changed()
}

//js:native clearenv
func clearenv()

// Environ returns the environment, each variable as key=value.
//
//js:native environ
func Environ() []string

// BytePtrFromString returns a pointer to s with a zero byte behind.
func BytePtrFromString(s string) (*byte, error) {
	b, err := ByteSliceFromString(s)
	return unsafe.SliceData(b), err
}

// ByteSliceFromString returns s with a zero byte behind.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	return append([]byte(s), 0), nil
}

//js:native itoa
func uitoa(v uint) string
