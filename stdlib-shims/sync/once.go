package sync

// A Once does something exactly once.
type Once struct {
	done    bool
	running bool
	waiters waitList
}

// Do calls f if it is the first call for o. It returns when that first call has returned.
func (o *Once) Do(f func()) {
	if !o.done {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	if o.running {
		o.waiters.waitForLock("sync.Once.Do")
		return
	}
	o.running = true
	defer o.finish()
	f()
}

func (o *Once) finish() {
	o.done, o.running = true, false
	for o.waiters.wake() {
	}
}

// OnceFunc returns a function that calls f once. Where f panics, each call panics with the same value.
func OnceFunc(f func()) func() {
	value := OnceValue(func() struct{} {
		f()
		return struct{}{}
	})
	return func() { value() }
}

// OnceValue returns a function that calls f once and returns its result at each call.
func OnceValue[T any](f func() T) func() T {
	var (
		once   Once
		valid  bool
		reason any
		result T
	)
	return func() T {
		once.Do(func() {
			defer func() {
				f = nil
				if !valid {
					reason = recover()
					panic(reason)
				}
			}()
			result = f()
			valid = true
		})
		if !valid {
			panic(reason)
		}
		return result
	}
}

// OnceValues is OnceValue for functions with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	type pair struct {
		first  T1
		second T2
	}
	value := OnceValue(func() pair {
		first, second := f()
		return pair{first, second}
	})
	return func() (T1, T2) {
		p := value()
		return p.first, p.second
	}
}
