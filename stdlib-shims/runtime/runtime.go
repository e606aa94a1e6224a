// Package runtime tells about the program and steers its goroutines. There is one thread and the host collects garbage.
package runtime

import "unsafe"

const (
	Compiler = "goes"
	GOOS     = "js"
	GOARCH   = "wasm"
)

// MemProfileRate is not used.
var MemProfileRate int = 512 * 1024

// An Error is an error of the runtime itself, such as an index out of range.
type Error interface {
	error
	RuntimeError()
}

// A TypeAssertionError is a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what recover gives after panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}

func (*PanicNilError) RuntimeError() {}

// Version returns the version of Go that the language is that of.
func Version() string { return "go1.26" }

// GOROOT returns the tree of Go, "" where there is none.
func GOROOT() string { return goroot() }

func NumCPU() int { return 1 }

// GOMAXPROCS returns 1: there is one thread.
func GOMAXPROCS(n int) int { return 1 }

func SetDefaultGOMAXPROCS() {}

func NumCgoCall() int64 { return 0 }

// NumGoroutine returns the number of goroutines.
//
//js:native goroutineCount
func NumGoroutine() int

// Gosched lets other goroutines run.
//
//js:native gosched parks
func Gosched()

// Goexit ends the goroutine after its deferred calls.
//
//js:native goexit
func Goexit()

// GC lets other goroutines run. Garbage is collected when the host wants to, at once only where something waits for
// its end.
func GC() {
	if noteCollection() {
		awaitCollection()
	} else {
		Gosched()
	}
}

// noteCollection counts a collection, and tells whether something waits for the end of objects.
//
//js:native noteCollection
func noteCollection() bool

// The compiler knows that nobody waits where no function that asks for the end of objects is reachable.
//
//js:native awaitCollection parks
func awaitCollection()

// expectCollections makes GC collect garbage at once from now on: somebody looks at what is gone.
//
//js:native expectCollections
func expectCollections()

// collectionCount returns how often GC was called.
//
//js:native collectionCount
func collectionCount() uint32

func KeepAlive(x any) {}

func LockOSThread() {}

func UnlockOSThread() {}

func Breakpoint() {}

// SetFinalizer plans a call of finalizer after nothing refers to what obj points to any more. The finalizer gets a pointer
// to a copy, made now: the original is gone by then.
func SetFinalizer(obj any, finalizer any) {
	if obj == nil {
		throw("runtime.SetFinalizer: first argument is nil")
	}
	setFinalizer(obj, finalizer)
}

//js:native setFinalizer
func setFinalizer(obj any, finalizer any)

// A Cleanup is a call that AddCleanup planned.
type Cleanup struct {
	id uint64
}

// AddCleanup plans a call of cleanup after nothing refers to what ptr points to any more.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	return Cleanup{addCleanup(unsafe.Pointer(ptr), func() { cleanup(arg) })}
}

// Stop cancels the call.
func (c Cleanup) Stop() { stopCleanup(c.id) }

//js:native addCleanup
func addCleanup(ptr unsafe.Pointer, call func()) uint64

//js:native stopCleanup
func stopCleanup(id uint64)

// A Pinner keeps objects in place; here they all stay.
type Pinner struct {
	_ int
}

func (p *Pinner) Pin(pointer any) {}

func (p *Pinner) Unpin() {}

// Caller tells about a call in progress: its file and line as far as the host knows them.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if fillCallers(skip+1, pcs[:]) == 0 {
		return 0, "", 0, false
	}
	_, file, line = frameOf(pcs[0])
	return pcs[0], file, line, true
}

// Callers fills pc with the calls in progress, innermost first, and returns how many there are.
func Callers(skip int, pc []uintptr) int { return fillCallers(skip, pc) }

// A Func is a function of the program.
type Func struct {
	pc   uintptr
	name string
}

// funcs holds the functions that were asked for, by name.
var funcs map[string]*Func

// FuncForPC returns the function that a call of Callers is in, or that begins at pc.
func FuncForPC(pc uintptr) *Func {
	name, _, _ := frameOf(pc)
	if name == "" {
		return nil
	}
	f := funcs[name]
	if f == nil {
		if funcs == nil {
			funcs = make(map[string]*Func)
		}
		f = &Func{pc, name}
		funcs[name] = f
	}
	return f
}

// Name returns the name of f.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns where f begins.
func (f *Func) Entry() uintptr { return f.pc }

// FileLine returns file and line of a place in f.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line = frameOf(pc)
	return file, line
}

// A Frame is one call in progress.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames are the calls that Callers gave.
type Frames struct {
	callers []uintptr
}

// CallersFrames returns the Frames of what Callers gave.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return Frame{}, false
	}
	pc := f.callers[0]
	f.callers = f.callers[1:]
	name, file, line := frameOf(pc)
	return Frame{PC: pc, Func: FuncForPC(pc), Function: name, File: file, Line: line, Entry: pc}, len(f.callers) > 0
}

// Stack writes the stack of the goroutine into buf and returns its length.
func Stack(buf []byte, all bool) int {
	return copy(buf, stackText())
}

// MemStats is about memory; the host tells little.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// What has been allocated at least: by how much more was used than at the call of ReadMemStats before.
var (
	allocated uint64
	lastUsed  int
)

// ReadMemStats fills in what the host tells.
func ReadMemStats(m *MemStats) {
	used, total := memory()
	allocated += uint64(max(0, used-lastUsed))
	lastUsed = used
	m.Alloc, m.HeapAlloc, m.HeapInuse, m.TotalAlloc = uint64(used), uint64(used), uint64(used), allocated
	m.Sys, m.HeapSys = uint64(total), uint64(total)
	m.NumGC = collectionCount()
	m.NumForcedGC = m.NumGC
	m.EnableGC = true
}

// A StackRecord is a stack of a profile.
type StackRecord struct {
	Stack0 [32]uintptr
}

// Stack returns the calls of r.
func (r *StackRecord) Stack() []uintptr { return nil }

// A MemProfileRecord tells about allocations; there are none.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

func (r *MemProfileRecord) InUseBytes() int64   { return r.AllocBytes - r.FreeBytes }
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }
func (r *MemProfileRecord) Stack() []uintptr    { return nil }

// A BlockProfileRecord tells about waiting; there are none.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)             { return 0, true }
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)             { return 0, true }
func GoroutineProfile(p []StackRecord) (n int, ok bool)                { return NumGoroutine(), false }
func CPUProfile() []byte                                               { return nil }
func SetBlockProfileRate(rate int)                                     {}
func SetMutexProfileFraction(rate int) int                             { return 0 }
func SetCPUProfileRate(hz int)                                         {}

func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

func ReadTrace() (buf []byte) { return nil }

// StartTrace fails: there is no tracing.
func StartTrace() error { return traceError("tracing is not supported") }

type traceError string

func (e traceError) Error() string { return string(e) }

func StopTrace() {}

// fillCallers writes numbers for the calls in progress into pcs and returns how many: the first skip are left out.
//
//js:native fillCallers
func fillCallers(skip int, pcs []uintptr) int

//js:native frameOf
func frameOf(pc uintptr) (name, file string, line int)

//js:native stackText
func stackText() string

//js:native memory
func memory() (used, total int)

//js:native goroot
func goroot() string
