// Package trace would record what the scheduler does. It records nothing: tracing cannot be started, and what a program
// notes for a trace is ignored.
package trace

import (
	"context"
	"errors"
	"io"
	"time"
)

var errUnsupported = errors.New("tracing is not supported")

// Start fails.
func Start(w io.Writer) error { return errUnsupported }

func Stop() {}

// IsEnabled returns false.
func IsEnabled() bool { return false }

// A Task is a logical operation.
type Task struct{}

// NewTask begins a task.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	return pctx, &Task{}
}

func (t *Task) End() {}

func Log(ctx context.Context, category, message string) {}

func Logf(ctx context.Context, category, format string, args ...any) {}

// WithRegion calls fn.
func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

// A Region is a part of a goroutine's execution.
type Region struct{}

func StartRegion(ctx context.Context, regionType string) *Region { return &Region{} }

func (r *Region) End() {}

// A FlightRecorderConfig says how much a FlightRecorder keeps.
type FlightRecorderConfig struct {
	MinAge   time.Duration
	MaxBytes uint64
}

// A FlightRecorder would keep the last part of a trace.
type FlightRecorder struct{}

func NewFlightRecorder(cfg FlightRecorderConfig) *FlightRecorder { return &FlightRecorder{} }

// Start fails.
func (fr *FlightRecorder) Start() error { return errUnsupported }

func (fr *FlightRecorder) Stop() {}

// Enabled returns false.
func (fr *FlightRecorder) Enabled() bool { return false }

// WriteTo fails.
func (fr *FlightRecorder) WriteTo(w io.Writer) (n int64, err error) {
	return 0, errors.New("cannot find active flight recorder")
}
