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

	// lend gives the end to a child, too, and says what the child has then.
	lend() int
	// take gets what the child has written, nothing when it is done with the end. It says whether someone reads it.
	take(data []byte) bool
	// forward has what is written go to the child that reads, nothing at the end.
	forward(send func(data []byte))
}

// A pipe keeps what is written until it is read. The host's pipes cannot be waited for.
type pipe struct {
	data                        []byte
	isReadClosed, isWriteClosed bool
	childReaders, childWriters  int
	send                        func(data []byte) // to the child that reads
	changed                     chan struct{}     // closed when something happens that a reader waits for
}

func (p *pipe) hasReader() bool { return !p.isReadClosed || p.childReaders > 0 }

func (p *pipe) hasWriter() bool { return !p.isWriteClosed || p.childWriters > 0 }

// update passes on what there is, and wakes who waits for it.
func (p *pipe) update() {
	if p.send != nil {
		if len(p.data) > 0 {
			p.send(p.data)
			p.data = nil
		}
		if !p.hasWriter() {
			p.send(nil)
			p.send = nil
		}
	}
	if p.changed != nil {
		close(p.changed)
		p.changed = nil
	}
}

type pipeReader struct{ *pipe }

func (p pipeReader) read(b []byte) (n int, err error) {
	for len(p.data) == 0 && p.hasWriter() && !p.isReadClosed {
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
	p.update()
}

func (p pipeReader) lend() int {
	p.childReaders++
	return inputStream
}

func (p pipeReader) take(data []byte) bool {
	p.childReaders--
	p.send = nil
	return false
}

func (p pipeReader) forward(send func(data []byte)) {
	p.send = send
	p.update()
}

type pipeWriter struct{ *pipe }

func (p pipeWriter) read(b []byte) (n int, err error) {
	return 0, &PathError{Op: "read", Path: "|1", Err: syscall.EBADF}
}

func (p pipeWriter) write(b []byte) (n int, err error) {
	if !p.hasReader() {
		return 0, &PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
	}
	p.data = append(p.data, b...)
	p.update()
	return len(b), nil
}

func (p pipeWriter) close() {
	p.isWriteClosed = true
	p.update()
}

func (p pipeWriter) lend() int {
	p.childWriters++
	return outputStream
}

func (p pipeWriter) take(data []byte) bool {
	if len(data) == 0 {
		p.childWriters--
	} else if p.hasReader() {
		p.data = append(p.data, data...)
	}
	p.update()
	return p.hasReader()
}

func (p pipeWriter) forward(send func(data []byte)) {}

// Pipe returns the two ends of a pipe, which holds whatever is written.
func Pipe() (r *File, w *File, err error) {
	p := &pipe{}
	return &File{fd: noFile, name: "|0", pos: stream, pipe: pipeReader{p}}, &File{fd: noFile, name: "|1", pos: stream, pipe: pipeWriter{p}}, nil
}

// noFile is the descriptor of a File that the host does not know of.
const noFile = 1<<31 - 1
