package sync

// A Once does something exactly once.
type Once struct {
	done bool
	m    Mutex
}

// Do calls f if it is the first call for o. It returns when that first call has returned.
func (o *Once) Do(f func()) {
	if !o.done {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer o.finish()
		f()
	}
}

func (o *Once) finish() {
	o.done = true
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
	first := func() {
		defer func() {
			f = nil
			if !valid {
				reason = recover()
				panic(reason)
			}
		}()
		result = f()
		valid = true
	}
	return func() T {
		once.Do(first)
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
