package os

import (
	"errors"
	"strconv"
	"syscall"
	"time"
	"unsafe"
)

// ErrNoHandle is the error of WithHandle: processes have no handles here.
var ErrNoHandle = errors.New("os: process handle unavailable")

var errReleased = errors.New("os: process already released")

// A Process is another process: a child that StartProcess made, or one that FindProcess was asked for.
type Process struct {
	Pid        int
	child      unsafe.Pointer // the host's, nil for a process that is no child
	isReleased bool
	isDone     bool
}

// ProcAttr says how to start a process.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// A ProcessState is how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
}

// ExitCode returns the exit code, -1 where a signal ended the process.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) Exited() bool  { return p.status.Exited() }
func (p *ProcessState) Pid() int      { return p.pid }
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }
func (p *ProcessState) Sys() any      { return p.status }

// Hosts do not tell what a process used.

func (p *ProcessState) SysUsage() any             { return &syscall.Rusage{} }
func (p *ProcessState) SystemTime() time.Duration { return 0 }
func (p *ProcessState) UserTime() time.Duration   { return 0 }

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	if p.status.Signaled() {
		return "signal: " + p.status.Signal().String()
	}
	return "exit status " + strconv.Itoa(p.status.ExitStatus())
}

// FindProcess returns a Process for a number.
func FindProcess(pid int) (*Process, error) {
	return &Process{Pid: pid}, nil
}

// StartProcess starts a program with the arguments argv, the first of which is its name.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	if attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			return nil, pathError("chdir", attr.Dir, errors.Unwrap(err))
		}
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	streams, pipes := childFiles(attr.Files)
	receive := func(i int, data []byte) bool { return pipes[i].take(data) }
	child, pid, errno := startChild(name, argv, env, attr.Dir, streams, receive)
	if errno != 0 {
		for _, end := range pipes {
			end.take(nil)
		}
		return nil, &PathError{Op: "fork/exec", Path: name, Err: errno}
	}
	for i, end := range pipes {
		end.forward(func(data []byte) { sendToChild(child, i, data) })
	}
	return &Process{Pid: pid, child: child}, nil
}

// What the host is told of a child's file that is not one of the host's.
const (
	noStream     = -1
	inputStream  = -2 // what is written to a pipe
	outputStream = -3 // a pipe gets it
	sameStream   = -4 // errors go where output goes
)

// childFiles says what the files of a child are connected to, and which of them are ends of pipes.
func childFiles(files []*File) (streams []int, pipes map[int]pipeEnd) {
	pipes = map[int]pipeEnd{}
	for i, f := range files {
		switch {
		case f == nil:
			streams = append(streams, noStream)
		case f.pipe == nil:
			streams = append(streams, f.fd)
		case i == 2 && files[1] == f:
			streams = append(streams, sameStream)
		default:
			streams = append(streams, f.pipe.lend())
			pipes[i] = f.pipe
		}
	}
	return streams, pipes
}

// Kill ends a process.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release says that nothing more is wanted of a process.
func (p *Process) Release() error {
	p.Pid = -1
	p.isReleased = !p.isDone
	return nil
}

// Signal sends a signal to a process.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	switch {
	case !ok:
		return errors.New("os: unsupported signal type")
	case p.isDone:
		return ErrProcessDone
	case p.isReleased || p.Pid == -1:
		return errReleased
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	}
	// The host has waited for a child that has ended: its number may be another's now.
	if p.child != nil && hasEnded(p.child) {
		return nil
	}
	if err := syscall.Kill(p.Pid, s); err != nil {
		if err == syscall.ESRCH {
			return ErrProcessDone
		}
		return err
	}
	return nil
}

// Wait waits until a child has ended.
func (p *Process) Wait() (*ProcessState, error) {
	switch {
	case p == nil || p.isReleased:
		return nil, syscall.EINVAL
	case p.child == nil || p.isDone:
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	status := waitForChild(p.child)
	p.isDone = true
	return &ProcessState{p.Pid, syscall.WaitStatus(status)}, nil
}

// WithHandle fails with ErrNoHandle.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

//go:linkname startChild syscall.startChild
func startChild(path string, argv, env []string, dir string, streams []int, receive func(i int, data []byte) bool) (child unsafe.Pointer, pid int, errno syscall.Errno)

//go:linkname sendToChild syscall.sendToChild
func sendToChild(child unsafe.Pointer, i int, data []byte)

//go:linkname hasEnded syscall.hasEnded
func hasEnded(child unsafe.Pointer) bool

//go:linkname waitForChild syscall.waitForChild
func waitForChild(child unsafe.Pointer) uint32
