package time

import (
	"internal/godebug"
	"unsafe"
)

// Sleep waits for d at least.
//
//js:native sleep parks
func Sleep(d Duration)

// A Timer fires once: the time is sent on C, or the function of AfterFunc is called.
type Timer struct {
	C      <-chan Time
	handle unsafe.Pointer
	c      chan Time
	f      func()
}

var asynctimerchan = godebug.New("asynctimerchan")

// newChan makes the channel of a timer. GODEBUG can have its buffer seen, as before Go 1.23.
func newChan() chan Time {
	c := make(chan Time, 1)
	if setting := asynctimerchan.Value(); setting == "" || setting == "0" {
		hideBuffer(c)
	}
	return c
}

// NewTimer returns a Timer that fires after d.
func NewTimer(d Duration) *Timer {
	c := newChan()
	t := &Timer{C: c, c: c}
	t.start(d)
	return t
}

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{f: f}
	t.start(d)
	return t
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time {
	return NewTimer(d).C
}

func (t *Timer) start(d Duration) {
	t.handle = startTimer(int64(d), t.fire)
}

func (t *Timer) fire() {
	t.handle = nil
	if t.f != nil {
		go t.f()
		return
	}
	select {
	case t.c <- Now():
	default:
	}
}

// Stop keeps t from firing and tells whether it would have. Afterwards C gives no stale time.
func (t *Timer) Stop() bool {
	if t.handle == nil && t.c == nil && t.f == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	wasActive := t.handle != nil
	if wasActive {
		stopTimer(t.handle)
		t.handle = nil
	}
	select {
	case <-t.c:
		wasActive = true
	default:
	}
	return wasActive
}

// Reset makes t fire after d and tells whether it was active before.
func (t *Timer) Reset(d Duration) bool {
	if t.handle == nil && t.c == nil && t.f == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	wasActive := t.Stop()
	t.start(d)
	return wasActive
}

// A Ticker sends the time on C again and again.
type Ticker struct {
	C      <-chan Time
	handle unsafe.Pointer
	c      chan Time
	period Duration
	next   int64 // when it ticks next, by nanotime
}

// NewTicker returns a Ticker with a period. A slow receiver misses ticks.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := newChan()
	t := &Ticker{C: c, c: c}
	t.start(d)
	return t
}

func (t *Ticker) start(d Duration) {
	t.period = d
	t.next = nanotime() + int64(d)
	t.handle = startTimer(int64(d), t.tick)
}

func (t *Ticker) tick() {
	now := nanotime()
	if late := now - t.next; late >= 0 {
		t.next += (late/int64(t.period) + 1) * int64(t.period)
	}
	t.handle = startTimer(t.next-now, t.tick)
	select {
	case t.c <- Now():
	default:
	}
}

// Stop ends the ticks. C stays open.
func (t *Ticker) Stop() {
	if t.handle != nil {
		stopTimer(t.handle)
		t.handle = nil
	}
	select {
	case <-t.c:
	default:
	}
}

// Reset starts t again with a new period.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.c == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	t.Stop()
	t.start(d)
}

// Tick returns the channel of a Ticker that is never stopped.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

// startTimer calls f after some nanoseconds, between goroutines: f must not park.
//
//js:native startTimer starts reads
func startTimer(nanoseconds int64, f func()) unsafe.Pointer

//js:native stopTimer reads
func stopTimer(handle unsafe.Pointer)

// hideBuffer makes c appear unbuffered.
//
//js:native hideBuffer reads
func hideBuffer(c chan Time)
