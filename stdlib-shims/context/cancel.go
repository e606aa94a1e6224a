package context

import "time"

// cancelKey is the key for which a cancelCtx gives itself.
var cancelKey int

// A canceler is a child that is ended with its parent.
type canceler interface {
	cancel(err, cause error)
	Done() <-chan struct{}
}

// A cancelCtx can be ended, and its children with it.
type cancelCtx struct {
	Context
	self     canceler    // the context that this one is a part of
	parent   *cancelCtx  // that has self among its children
	stop     func() bool // unregisters self with a parent of another type
	done     chan struct{}
	children map[canceler]struct{}
	err      error
	cause    error
}

func (c *cancelCtx) Value(key any) any {
	if key == any(&cancelKey) {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
		if c.err != nil {
			close(c.done)
		}
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	return c.err
}

func (c *cancelCtx) String() string {
	return name(c.Context) + ".WithCancel"
}

// start makes sure that self is ended with parent.
func (c *cancelCtx) start(parent Context, self canceler) {
	c.Context = parent
	c.self = self
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		self.cancel(parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parent.Value(&cancelKey).(*cancelCtx); ok && p.Done() == done {
		if p.err != nil {
			self.cancel(p.err, p.cause)
			return
		}
		if p.children == nil {
			p.children = map[canceler]struct{}{}
		}
		p.children[self] = struct{}{}
		c.parent = p
		return
	}
	if p, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		c.stop = p.AfterFunc(func() { self.cancel(parent.Err(), Cause(parent)) })
		return
	}
	go func() {
		select {
		case <-done:
			self.cancel(parent.Err(), Cause(parent))
		case <-self.Done():
		}
	}()
}

func (c *cancelCtx) cancel(err, cause error) {
	if c.err != nil {
		return
	}
	if cause == nil {
		cause = err
	}
	c.err = err
	c.cause = cause
	if c.done != nil {
		close(c.done)
	}
	children := c.children
	c.children = nil
	for child := range children {
		child.cancel(err, cause)
	}
	if c.parent != nil {
		delete(c.parent.children, c.self)
		c.parent = nil
	}
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// WithCancel returns a child of parent and the function that ends it.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(Canceled, nil) }
}

// WithCancelCause is WithCancel with a function that is told the cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(Canceled, cause) }
}

func withCancel(parent Context) *cancelCtx {
	checkParent(parent)
	c := &cancelCtx{}
	c.start(parent, c)
	return c
}

// Cause returns what a CancelCauseFunc was told, or else Err.
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelKey).(*cancelCtx); ok && cc.cause != nil {
		return cc.cause
	}
	// A Context of another package may have ended by itself below one that has not.
	return c.Err()
}

// A timerCtx is also ended at a time.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) {
	return c.deadline, true
}

func (c *timerCtx) String() string {
	return name(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(err, cause error) {
	c.cancelCtx.cancel(err, cause)
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
}

// WithDeadline returns a child of parent that is ended at d, and the function that ends it.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with the cause for when the deadline passes.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	checkParent(parent)
	if current, ok := parent.Deadline(); ok && current.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.start(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(DeadlineExceeded, cause)
	} else if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(DeadlineExceeded, cause) })
	}
	return c, func() { c.cancel(Canceled, nil) }
}

// WithTimeout is WithDeadline for a time from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithDeadlineCause for a time from now.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// An afterFuncCtx calls a function when its parent is done.
type afterFuncCtx struct {
	cancelCtx
	f         func()
	isDecided bool // to call f, or not to
}

func (c *afterFuncCtx) cancel(err, cause error) {
	c.cancelCtx.cancel(err, cause)
	if !c.isDecided {
		c.isDecided = true
		go c.f()
	}
}

// AfterFunc calls f in a goroutine of its own when ctx is done. The function that it returns keeps it from doing so
// and tells whether that came in time.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	c := &afterFuncCtx{f: f}
	c.start(ctx, c)
	return func() bool {
		if c.isDecided {
			return false
		}
		c.isDecided = true
		c.cancelCtx.cancel(Canceled, nil)
		return true
	}
}
