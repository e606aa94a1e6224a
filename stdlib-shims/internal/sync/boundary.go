package sync

import _ "unsafe"

//go:linkname throw runtime.throw
func throw(text string)

//go:linkname fatal runtime.fatal
func fatal(text string)

//go:linkname runtime_nanotime runtime.nanotime
func runtime_nanotime() int64

// One thread runs all goroutines: spinning would wait for nobody.
func runtime_canSpin(i int) bool { return false }

func runtime_doSpin() {}

// A Mutex of this package is only held between steps that do not park, so it never has to be waited for.
func runtime_SemacquireMutex(s *uint32, lifo bool, skipframes int) {
	fatal("sync: inconsistent mutex state")
}

func runtime_Semrelease(s *uint32, handoff bool, skipframes int) {}
