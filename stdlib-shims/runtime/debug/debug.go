// Package debug has what programs ask of the runtime while they are being debugged.
package debug

import (
	"os"
	"runtime"
	"time"
)

// Stack returns the stack of the goroutine as text.
func Stack() []byte {
	buf := make([]byte, 65536)
	return buf[:runtime.Stack(buf, false)]
}

// PrintStack writes the stack of the goroutine to standard error.
func PrintStack() {
	os.Stderr.Write(Stack())
}

// FreeOSMemory does nothing: memory is the host's.
func FreeOSMemory() {}

// SetGCPercent does nothing and returns the default.
func SetGCPercent(percent int) int { return 100 }

// SetMaxStack does nothing and returns the default.
func SetMaxStack(bytes int) int { return 1000000000 }

// SetMaxThreads does nothing and returns the default.
func SetMaxThreads(threads int) int { return 10000 }

// SetMemoryLimit does nothing and returns the default.
func SetMemoryLimit(limit int64) int64 { return 1<<63 - 1 }

// SetPanicOnFault does nothing.
func SetPanicOnFault(enabled bool) bool { return false }

// SetTraceback does nothing.
func SetTraceback(level string) {}

// CrashOptions are for SetCrashOutput.
type CrashOptions struct{}

// SetCrashOutput does nothing.
func SetCrashOutput(f *os.File, opts CrashOptions) error { return nil }

// GCStats tells about garbage collection, of which the host says nothing.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats leaves stats as it is.
func ReadGCStats(stats *GCStats) {}

// WriteHeapDump does nothing.
func WriteHeapDump(fd uintptr) {}
