// Package sync has locks, wait groups and the like.
//
// Goroutines are scheduled cooperatively: between two operations that may park, nobody else runs. So these are plain
// counters, and the slow paths, in functions of their own, are the only ones that park.
package sync

import "unsafe"

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// waitList is a first-in, first-out list of parked goroutines, kept by the scheduler. The zero value is empty.
type waitList struct {
	list unsafe.Pointer
}

func (w *waitList) empty() bool {
	return w.list == nil || waiting(w.list) == 0
}

func (w *waitList) wait(reason string) {
	if w.list == nil {
		w.list = newList()
	}
	wait(w.list, reason)
}

// waitForLock is wait for what somebody holds. The compiler knows who may park while holding what: for the others
// it is no place to park.
func (w *waitList) waitForLock(reason string) {
	if w.list == nil {
		w.list = newList()
	}
	waitForLock(w.list, reason)
}

// wake makes the goroutine that waits longest runnable and tells whether there was one.
func (w *waitList) wake() bool {
	return w.list != nil && wake(w.list)
}

//js:native newList reads
func newList() unsafe.Pointer

//js:native waiting reads
func waiting(list unsafe.Pointer) int

//js:native wait waits
func wait(list unsafe.Pointer, reason string)

//js:native waitForLock waits
func waitForLock(list unsafe.Pointer, reason string)

//js:native wake reads
func wake(list unsafe.Pointer) bool

// fatal ends the program, as Go does for misuse that cannot be recovered from.
//
//js:native fatal
func fatal(text string)

// A Mutex is a mutual exclusion lock. The zero value is unlocked.
type Mutex struct {
	locked  bool
	waiters waitList
}

// Lock locks m, waiting until it is unlocked.
func (m *Mutex) Lock() {
	if m.locked {
		m.waiters.waitForLock("sync.Mutex.Lock")
		return
	}
	m.locked = true
}

// TryLock locks m if it is unlocked and tells whether it did.
func (m *Mutex) TryLock() bool {
	if m.locked {
		return false
	}
	m.locked = true
	return true
}

// Unlock unlocks m. A goroutine that waits for it gets the lock at once, so m stays locked then.
func (m *Mutex) Unlock() {
	if !m.locked {
		fatal("sync: unlock of unlocked mutex")
	}
	if !m.waiters.wake() {
		m.locked = false
	}
}

// A RWMutex is held by any number of readers or by one writer. The zero value is unlocked.
type RWMutex struct {
	readers        int
	writing        bool
	waitingReaders waitList
	waitingWriters waitList
}

// RLock locks rw for reading. A waiting writer goes before new readers.
func (rw *RWMutex) RLock() {
	if rw.writing || !rw.waitingWriters.empty() {
		rw.waitingReaders.waitForLock("sync.RWMutex.RLock")
		return
	}
	rw.readers++
}

// TryRLock locks rw for reading if that needs no waiting and tells whether it did.
func (rw *RWMutex) TryRLock() bool {
	if rw.writing || !rw.waitingWriters.empty() {
		return false
	}
	rw.readers++
	return true
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	if rw.readers == 0 {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	rw.readers--
	if rw.readers == 0 && rw.waitingWriters.wake() {
		rw.writing = true
	}
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock() {
	if rw.writing || rw.readers > 0 {
		rw.waitingWriters.waitForLock("sync.RWMutex.Lock")
		return
	}
	rw.writing = true
}

// TryLock locks rw for writing if that needs no waiting and tells whether it did.
func (rw *RWMutex) TryLock() bool {
	if rw.writing || rw.readers > 0 {
		return false
	}
	rw.writing = true
	return true
}

// Unlock unlocks rw for writing. The readers that waited meanwhile come first, else the next writer.
func (rw *RWMutex) Unlock() {
	if !rw.writing {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.writing = false
	for rw.waitingReaders.wake() {
		rw.readers++
	}
	if rw.readers == 0 && rw.waitingWriters.wake() {
		rw.writing = true
	}
}

// RLocker returns a Locker whose methods are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker {
	return rlocker{rw}
}

type rlocker struct {
	rw *RWMutex
}

func (r rlocker) Lock()   { r.rw.RLock() }
func (r rlocker) Unlock() { r.rw.RUnlock() }

// A Cond lets goroutines wait for an event. L is held when its condition is looked at.
type Cond struct {
	L       Locker
	waiters waitList
	self    *Cond // set at the first use
}

func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	}
	if c.self != c {
		panic("sync.Cond is copied")
	}
}

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond {
	return &Cond{L: l}
}

// Wait unlocks c.L, waits for Signal or Broadcast and locks c.L again.
func (c *Cond) Wait() {
	c.check()
	c.L.Unlock()
	c.waiters.wait("sync.Cond.Wait")
	c.L.Lock()
}

// Signal wakes one waiting goroutine, if there is one.
func (c *Cond) Signal() {
	c.check()
	c.waiters.wake()
}

// Broadcast wakes all waiting goroutines.
func (c *Cond) Broadcast() {
	c.check()
	for c.waiters.wake() {
	}
}
