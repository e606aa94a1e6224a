// Package signal lets programs receive the signals of the operating system, as far as the host has them.
package signal

import (
	"context"
	"os"
	"syscall"
	"unsafe"
)

// The signals that programs can ask for, with their names on hosts.
var known = []struct {
	signal syscall.Signal
	name   string
}{
	{syscall.SIGHUP, "SIGHUP"}, {syscall.SIGINT, "SIGINT"}, {syscall.SIGQUIT, "SIGQUIT"}, {syscall.SIGUSR1, "SIGUSR1"},
	{syscall.SIGUSR2, "SIGUSR2"}, {syscall.SIGPIPE, "SIGPIPE"}, {syscall.SIGALRM, "SIGALRM"}, {syscall.SIGTERM, "SIGTERM"},
	{syscall.SIGCHLD, "SIGCHLD"},
}

// A watch is a signal that the host reports, and who wants it. Ignored signals have no channels.
type watch struct {
	handle   unsafe.Pointer
	channels []chan<- os.Signal
	ignored  bool
}

var watches = map[syscall.Signal]*watch{}

// each calls f for the signals meant: all for none.
func each(sigs []os.Signal, f func(s syscall.Signal, name string)) {
	for _, k := range known {
		if len(sigs) == 0 {
			f(k.signal, k.name)
		}
		for _, sig := range sigs {
			if sig == os.Signal(k.signal) {
				f(k.signal, k.name)
				break
			}
		}
	}
}

// Notify sends incoming signals to c, all signals where none are named. It does not wait: c must have room.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	each(sig, func(s syscall.Signal, name string) {
		w := open(s, name)
		w.ignored = false
		for _, other := range w.channels {
			if other == c {
				return
			}
		}
		w.channels = append(w.channels, c)
	})
}

func open(s syscall.Signal, name string) *watch {
	w := watches[s]
	if w == nil {
		w = &watch{}
		watches[s] = w
		w.handle = listen(name, func() { w.deliver(s) })
	}
	return w
}

func (w *watch) deliver(s os.Signal) {
	for _, c := range w.channels {
		select {
		case c <- s:
		default:
		}
	}
}

// Stop ends what Notify began for c.
func Stop(c chan<- os.Signal) {
	for s, w := range watches {
		for i, other := range w.channels {
			if other == c {
				w.channels = append(w.channels[:i:i], w.channels[i+1:]...)
				break
			}
		}
		if len(w.channels) == 0 && !w.ignored {
			drop(s, w)
		}
	}
}

func drop(s syscall.Signal, w *watch) {
	unlisten(w.handle)
	delete(watches, s)
}

// Ignore makes signals have no effect.
func Ignore(sig ...os.Signal) {
	each(sig, func(s syscall.Signal, name string) {
		w := open(s, name)
		w.channels = nil
		w.ignored = true
	})
}

// Ignored tells whether a signal is ignored.
func Ignored(sig os.Signal) bool {
	s, ok := sig.(syscall.Signal)
	return ok && watches[s] != nil && watches[s].ignored
}

// Reset undoes Notify and Ignore for signals.
func Reset(sig ...os.Signal) {
	each(sig, func(s syscall.Signal, name string) {
		if w := watches[s]; w != nil {
			drop(s, w)
		}
	})
}

// NotifyContext returns a copy of parent that ends when a signal comes in, or stop is called.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(parent)
	c := make(chan os.Signal, 1)
	Notify(c, signals...)
	if ctx.Err() == nil {
		go func() {
			select {
			case s := <-c:
				cancel(signalError(s.String() + " signal received"))
			case <-ctx.Done():
			}
		}()
	}
	return ctx, func() {
		cancel(nil)
		Stop(c)
	}
}

type signalError string

func (s signalError) Error() string { return string(s) }

// listen has f called between goroutines for each signal of a name.
//
//js:native listen starts
func listen(name string, f func()) unsafe.Pointer

//js:native unlisten
func unlisten(handle unsafe.Pointer)
