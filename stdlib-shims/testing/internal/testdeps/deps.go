// Package testdeps lends package testing what it does not import itself. There is no profiling, no coverage and
// no fuzzing beyond the seeds: what asks for them says so.
package testdeps

import (
	"errors"
	"io"
	"reflect"
	"regexp"
	"time"
	_ "unsafe" // for go:linkname
)

// ImportPath is the path of the package that is tested.
var ImportPath string

// TestDeps is what testing.MainStart wants.
type TestDeps struct{}

func (TestDeps) ImportPath() string { return ImportPath }

func (TestDeps) ModulePath() string { return "" }

var lastPattern string
var lastRegexp *regexp.Regexp

// MatchString tells whether a test's name matches; names come in runs for the same pattern.
func (TestDeps) MatchString(pattern, name string) (bool, error) {
	if lastRegexp == nil || lastPattern != pattern {
		compiled, err := regexp.Compile(pattern)
		if err != nil {
			return false, err
		}
		lastPattern, lastRegexp = pattern, compiled
	}
	return lastRegexp.MatchString(name), nil
}

var errNoProfile = errors.New("profiles are not supported on js")

func (TestDeps) StartCPUProfile(io.Writer) error { return errNoProfile }

func (TestDeps) StopCPUProfile() {}

func (TestDeps) WriteProfileTo(string, io.Writer, int) error { return errNoProfile }

func (TestDeps) StartTestLog(io.Writer) {}

func (TestDeps) StopTestLog() error { return nil }

//go:linkname setPanicOnExit0 os.setPanicOnExit0
func setPanicOnExit0(isSet bool)

// SetPanicOnExit0 has os.Exit(0) panic, or not any more.
func (TestDeps) SetPanicOnExit0(isSet bool) { setPanicOnExit0(isSet) }

func (TestDeps) ResetCoverage() {}

func (TestDeps) SnapshotCoverage() {}

func (TestDeps) InitRuntimeCoverage() (mode string, tearDown func(string, string) (string, error), snapcov func() float64) {
	return "", nil, nil
}

// An entry is one of the values to call a fuzz target with.
type entry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

var errNoFuzzing = errors.New("fuzzing is not supported on js")

func (TestDeps) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []entry, []reflect.Type, string, string) error {
	return errNoFuzzing
}

func (TestDeps) RunFuzzWorker(func(entry) error) error { return errNoFuzzing }

// CheckCorpus complains about values that are not of the types that the target takes.
func (TestDeps) CheckCorpus(values []any, types []reflect.Type) error { return checkTypes(values, types) }

// ReadCorpus reads the files of a folder that hold values for a target. A folder that is not there has none.
func (TestDeps) ReadCorpus(dir string, types []reflect.Type) ([]entry, error) {
	return readCorpus(dir, types)
}
