// Package iter has the types of iterators over sequences.
package iter

import "unsafe"

// Seq calls yield with each value of a sequence until that returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is Seq for pairs of values.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a sequence around: next returns the next value and true, or false at the end; stop ends the sequence
// early. The sequence runs in a goroutine of its own, but only while next or stop wait for it.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var value V
	c := newCoroutine()
	c.body = func() {
		seq(func(v V) bool {
			if c.isDone {
				return false
			}
			c.checkYield()
			value = v
			return c.yield()
		})
	}
	next = func() (V, bool) {
		var zero V
		ok := c.next()
		v := value
		value = zero
		return v, ok
	}
	return next, c.stop
}

// Pull2 is Pull for pairs of values.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var (
		key   K
		value V
	)
	c := newCoroutine()
	c.body = func() {
		seq(func(k K, v V) bool {
			if c.isDone {
				return false
			}
			c.checkYield()
			key, value = k, v
			return c.yield()
		})
	}
	next = func() (K, V, bool) {
		var (
			zeroKey K
			zero    V
		)
		ok := c.next()
		k, v := key, value
		key, value = zeroKey, zero
		return k, v, ok
	}
	return next, c.stop
}

// A coroutine runs its body while another goroutine waits, and waits while that one runs.
type coroutine struct {
	body      func()
	goroutine unsafe.Pointer // of the body, once it has waited
	caller    unsafe.Pointer // who waits for the body
	isStarted bool
	isWanted  bool // a next waits for a value
	hasValue  bool
	isDone    bool
	isExited  bool // the body ended by runtime.Goexit
	hasFailed bool
	reason    any // of the body's panic
}

// newCoroutine returns one that counts as a goroutine from now on.
func newCoroutine() *coroutine {
	countGoroutines(1)
	return &coroutine{}
}

// next runs the body until it yields and tells whether it did.
func (c *coroutine) next() bool {
	if c.isDone {
		return false
	}
	if c.isWanted {
		panic("iter.Pull: next called again before yield")
	}
	c.isWanted = true
	c.hasValue = false
	c.resume()
	return c.hasValue
}

func (c *coroutine) stop() {
	if c.isDone {
		return
	}
	c.isDone = true
	c.hasValue = false
	if c.isStarted {
		c.resume()
	} else {
		countGoroutines(-1)
	}
}

func (c *coroutine) checkYield() {
	if !c.isWanted {
		panic("iter.Pull: yield called again before next")
	}
}

// yield gives control back to the caller of next and tells whether to go on.
func (c *coroutine) yield() bool {
	c.isWanted = false
	c.hasValue = true
	c.goroutine = current()
	resume(c.caller)
	suspend()
	return !c.isDone
}

// resume lets the body run until it yields or ends.
func (c *coroutine) resume() {
	c.caller = current()
	if c.isStarted {
		resume(c.goroutine)
	} else {
		c.isStarted = true
		countGoroutines(-1)
		go c.run()
	}
	suspend()
	if c.hasFailed {
		c.hasFailed = false
		panic(c.reason)
	}
	if c.isExited {
		c.isExited = false
		goexit()
	}
}

func (c *coroutine) run() {
	hasReturned := false
	defer func() {
		if !hasReturned {
			c.reason = recover()
			c.hasFailed = c.reason != nil
			c.isExited = c.reason == nil
		}
		c.isDone = true
		c.hasValue = false
		resume(c.caller)
	}()
	c.body()
	hasReturned = true
}

// countGoroutines adds to what runtime.NumGoroutine gives.
//
//js:native countGoroutines
func countGoroutines(n int)

// current returns the running goroutine.
//
//js:native current reads
func current() unsafe.Pointer

// suspend waits for resume.
//
//js:native suspend waits
func suspend()

//js:native resume starts
func resume(goroutine unsafe.Pointer)

//js:native goexit
func goexit()
