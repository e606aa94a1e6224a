// Package context carries deadlines, cancellation and values from callers to those they call.
package context

import (
	"errors"
	"internal/dynamic"
	"time"
	"unsafe"
)

// A Context is done when its work is no longer wanted.
type Context interface {
	// Deadline returns when the context will be done, if that is known.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed when the context is done, nil if that cannot happen.
	Done() <-chan struct{}
	// Err returns why the context is done, nil as long as it is not.
	Err() error
	// Value returns the value for a key, nil where there is none.
	Value(key any) any
}

// A CancelFunc ends a context. Only the first call does anything.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc that is told the reason.
type CancelCauseFunc func(cause error)

// Canceled is the error of a context that was ended by its CancelFunc.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// An emptyCtx is never done.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the context that everything starts with.
func Background() Context {
	return backgroundCtx{}
}

// TODO returns a context for where it is not clear yet which to use.
func TODO() Context {
	return todoCtx{}
}

type stringer interface {
	String() string
}

func name(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return dynamic.Text(dynamic.TypeOf(c))
}

type valueCtx struct {
	Context
	key, val any
}

// WithValue returns a child of parent that has val for key.
func WithValue(parent Context, key, val any) Context {
	checkParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !isComparable(dynamic.TypeOf(key)) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

//js:native isComparable reads
func isComparable(t unsafe.Pointer) bool

func checkParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

func (c *valueCtx) String() string {
	return name(c.Context) + ".WithValue(" + describe(c.key) + ", " + describe(c.val) + ")"
}

func describe(v any) string {
	switch v := v.(type) {
	case stringer:
		return v.String()
	case string:
		return v
	case nil:
		return "<nil>"
	}
	return dynamic.Text(dynamic.TypeOf(v))
}

type withoutCancelCtx struct {
	c Context
}

// WithoutCancel returns a child of parent that has its values but is never done.
func WithoutCancel(parent Context) Context {
	checkParent(parent)
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }

func (c withoutCancelCtx) Value(key any) any {
	if key == any(&cancelKey) {
		return nil
	}
	return c.c.Value(key)
}

func (c withoutCancelCtx) String() string {
	return name(c.c) + ".WithoutCancel"
}
