package os

import (
	"io"
	"syscall"
)

// pipeEnd is one end of a pipe. Only programs that make pipes have one that implements it, hence only in them may
// reading a File wait.
type pipeEnd interface {
	read(b []byte) (n int, err error)
	write(b []byte) (n int, err error)
	close()
}

// A pipe keeps what is written until it is read. The host's pipes cannot be waited for.
type pipe struct {
	data                        []byte
	isReadClosed, isWriteClosed bool
	changed                     chan struct{} // closed when something happens that a reader waits for
}

func (p *pipe) wake() {
	if p.changed != nil {
		close(p.changed)
		p.changed = nil
	}
}

type pipeReader struct{ *pipe }

func (p pipeReader) read(b []byte) (n int, err error) {
	for len(p.data) == 0 && !p.isWriteClosed && !p.isReadClosed {
		if p.changed == nil {
			p.changed = make(chan struct{})
		}
		<-p.changed
	}
	if p.isReadClosed {
		return 0, &PathError{Op: "read", Path: "|0", Err: ErrClosed}
	}
	if len(p.data) == 0 {
		return 0, io.EOF
	}
	n = copy(b, p.data)
	p.data = p.data[n:]
	return n, nil
}

func (p pipeReader) write(b []byte) (n int, err error) {
	return 0, &PathError{Op: "write", Path: "|0", Err: syscall.EBADF}
}

func (p pipeReader) close() {
	p.isReadClosed = true
	p.wake()
}

type pipeWriter struct{ *pipe }

func (p pipeWriter) read(b []byte) (n int, err error) {
	return 0, &PathError{Op: "read", Path: "|1", Err: syscall.EBADF}
}

func (p pipeWriter) write(b []byte) (n int, err error) {
	if p.isReadClosed {
		return 0, &PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
	}
	p.data = append(p.data, b...)
	p.wake()
	return len(b), nil
}

func (p pipeWriter) close() {
	p.isWriteClosed = true
	p.wake()
}

// Pipe returns the two ends of a pipe, which holds whatever is written.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	return &File{fd: noFile, name: "|0", pos: stream, pipe: pipeReader{p}}, &File{fd: noFile, name: "|1", pos: stream, pipe: pipeWriter{p}}, nil
}

// noFile is the descriptor of a File that the host does not know of.
const noFile = 1<<31 - 1
