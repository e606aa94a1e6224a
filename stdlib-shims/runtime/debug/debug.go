// Package debug has what programs ask of the runtime while they are being debugged.
package debug

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
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

// BuildInfo tells how a program was built.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// A Module is one that went into a build.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// A BuildSetting is a key and a value.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo returns nothing: programs do not carry it.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }

// WriteHeapDump does nothing.
func WriteHeapDump(fd uintptr) {}

// ParseBuildInfo parses what BuildInfo.String returns.
func ParseBuildInfo(data string) (*BuildInfo, error) {
	info := &BuildInfo{}
	var last *Module
	for number, line := range strings.Split(data, "\n") {
		key, rest, _ := strings.Cut(line, "\t")
		words := strings.Split(rest, "\t")
		switch key {
		case "":
		case "go":
			info.GoVersion = rest
		case "path":
			info.Path = rest
		case "mod", "dep", "=>":
			if len(words) < 2 || len(words) > 3 || key == "=>" && last == nil {
				return nil, fmt.Errorf("could not parse Go build info: line %d: invalid module", number+1)
			}
			module := &Module{Path: words[0], Version: words[1]}
			if len(words) == 3 {
				module.Sum = words[2]
			}
			switch key {
			case "mod":
				info.Main = *module
				last = &info.Main
			case "dep":
				info.Deps = append(info.Deps, module)
				last = module
			default:
				last.Replace = module
				last = nil
			}
		case "build":
			name, value, found := strings.Cut(rest, "=")
			if !found {
				return nil, fmt.Errorf("could not parse Go build info: line %d: missing =", number+1)
			}
			if text, err := strconv.Unquote(name); err == nil {
				name = text
			}
			if text, err := strconv.Unquote(value); err == nil {
				value = text
			}
			info.Settings = append(info.Settings, BuildSetting{Key: name, Value: value})
		}
	}
	return info, nil
}
