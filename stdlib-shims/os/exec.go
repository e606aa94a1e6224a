package os

import (
	"errors"
	"syscall"
	"time"
)

// ErrNoHandle is the error of WithHandle: processes have no handles here.
var ErrNoHandle = errors.New("os: process handle unavailable")

// A Process is another process. This system cannot start any.
type Process struct {
	Pid        int
	isReleased bool
}

// ProcAttr says how to start a process.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// A ProcessState is how a process ended.
type ProcessState struct{}

func (p *ProcessState) ExitCode() int             { return -1 }
func (p *ProcessState) Exited() bool              { return false }
func (p *ProcessState) Pid() int                  { return 0 }
func (p *ProcessState) String() string            { return "<nil>" }
func (p *ProcessState) Success() bool             { return false }
func (p *ProcessState) Sys() any                  { return nil }
func (p *ProcessState) SysUsage() any             { return nil }
func (p *ProcessState) SystemTime() time.Duration { return 0 }
func (p *ProcessState) UserTime() time.Duration   { return 0 }

// FindProcess returns a Process for a number.
func FindProcess(pid int) (*Process, error) {
	return &Process{Pid: pid}, nil
}

// StartProcess fails: there are no other processes here.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	return nil, &PathError{Op: "fork/exec", Path: name, Err: syscall.ENOSYS}
}

// Kill ends a process.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release says that nothing more is wanted of a process.
func (p *Process) Release() error {
	p.isReleased = true
	return nil
}

// Signal sends a signal to a process.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	switch {
	case p == nil || p.Pid <= 0:
		return errors.New("os: process not initialized")
	case p.isReleased:
		return errors.New("os: process already released")
	case !ok:
		return errors.New("os: unsupported signal type")
	}
	if err := syscall.Kill(p.Pid, s); err != nil {
		if err == syscall.ESRCH {
			return ErrProcessDone
		}
		return err
	}
	return nil
}

// Wait fails: only children can be waited for.
func (p *Process) Wait() (*ProcessState, error) { return nil, NewSyscallError("wait", syscall.ENOSYS) }

// WithHandle fails with ErrNoHandle.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }
