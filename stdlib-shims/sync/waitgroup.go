package sync

// A WaitGroup waits until a counter of running tasks is zero.
type WaitGroup struct {
	n       int
	waiters waitList
}

// Add adds delta to the counter and releases the waiting goroutines when it becomes zero.
func (wg *WaitGroup) Add(delta int) {
	wg.n += delta
	if wg.n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.n == 0 {
		for wg.waiters.wake() {
		}
	}
}

// Done takes one from the counter.
func (wg *WaitGroup) Done() {
	wg.Add(-1)
}

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait() {
	if wg.n > 0 {
		wg.waiters.wait("sync.WaitGroup.Wait")
	}
}

// Go runs f in a new goroutine that wg counts.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}
