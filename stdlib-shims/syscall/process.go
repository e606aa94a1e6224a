package syscall

import "unsafe"

// SysProcAttr has nothing to set on this system.
type SysProcAttr struct{}

// ProcAttr says how to start a process.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

// A WaitStatus is how a process ended: its exit code from bit 8 on, or the signal that ended it.
type WaitStatus uint32

func (w WaitStatus) Exited() bool   { return w&0x7f == 0 }
func (w WaitStatus) Signaled() bool { return w&0x7f != 0 }

// ExitStatus returns the exit code, -1 where a signal ended the process.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w >> 8 & 0xff)
}

// Signal returns which signal ended the process, -1 where none did.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

func (w WaitStatus) CoreDump() bool     { return false }
func (w WaitStatus) Stopped() bool      { return false }
func (w WaitStatus) Continued() bool    { return false }
func (w WaitStatus) StopSignal() Signal { return 0 }
func (w WaitStatus) TrapCause() int     { return 0 }

// Rusage is what a process used.
type Rusage struct {
	Utime Timeval
	Stime Timeval
}

// StartProcess fails: only package os has children, whose ends the host tells of later.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	return 0, 0, ENOSYS
}

// Wait4 fails as StartProcess does.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	return 0, ENOSYS
}

// Kill sends a signal to a process.
func Kill(pid int, signum Signal) error { return failure(kill(pid, int(signum))) }

//js:native kill
func kill(pid, signum int) Errno

// What package os starts and waits for children with.

// startChild starts a program. Of its files those of the host are numbers in streams; for others the host calls
// receive.
//
//js:native startChild parks starts calls
func startChild(path string, argv, env []string, dir string, streams []int, receive func(i int, data []byte) bool) (child unsafe.Pointer, pid int, errno Errno)

//js:native sendToChild
func sendToChild(child unsafe.Pointer, i int, data []byte)

//js:native hasEnded
func hasEnded(child unsafe.Pointer) bool

// waitForChild returns the WaitStatus of a child when it has ended.
//
//js:native waitForChild parks
func waitForChild(child unsafe.Pointer) uint32

// There are no system calls by number.

func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno)    { return 0, 0, ENOSYS }
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) { return 0, 0, ENOSYS }

func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return 0, 0, ENOSYS
}

func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return 0, 0, ENOSYS
}
