// Package pprof has profiles and labels. The host keeps no profiles of Go code: those of the runtime are empty.
package pprof

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Profile counts what was added to it.
type Profile struct {
	name   string
	values map[any]bool
}

var profiles = map[string]*Profile{}

func init() {
	for _, name := range []string{"allocs", "block", "goroutine", "heap", "mutex", "threadcreate"} {
		profiles[name] = &Profile{name: name, values: map[any]bool{}}
	}
}

// NewProfile makes a profile with a name that none has yet.
func NewProfile(name string) *Profile {
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if profiles[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, values: map[any]bool{}}
	profiles[name] = p
	return p
}

// Lookup returns the profile with a name, or nil.
func Lookup(name string) *Profile { return profiles[name] }

// Profiles returns all profiles by name.
func Profiles() []*Profile {
	all := make([]*Profile, 0, len(profiles))
	for _, p := range profiles {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name returns the name of p.
func (p *Profile) Name() string { return p.name }

// Count returns how many values are in p.
func (p *Profile) Count() int { return len(p.values) }

// Add puts a value into p, in which it must not be.
func (p *Profile) Add(value any, skip int) {
	if p.values[value] {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.values[value] = true
}

// Remove takes a value out of p.
func (p *Profile) Remove(value any) { delete(p.values, value) }

// WriteTo writes the total only: there are no stacks.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	_, err := fmt.Fprintf(w, "%s profile: total %d\n", p.name, len(p.values))
	return err
}

// WriteHeapProfile writes the profile "heap".
func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

// StartCPUProfile fails: use the profiler of the host.
func StartCPUProfile(w io.Writer) error { return errors.New("cpu profiling is not supported") }

func StopCPUProfile() {}

// A LabelSet is a set of labels.
type LabelSet struct {
	pairs []string
}

// Labels makes a set of keys and values that alternate.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	return LabelSet{args}
}

type labelKey struct{}

func labelsOf(ctx context.Context) map[string]string {
	labels, _ := ctx.Value(labelKey{}).(map[string]string)
	return labels
}

// WithLabels returns a context that has labels in addition.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	merged := map[string]string{}
	for key, value := range labelsOf(ctx) {
		merged[key] = value
	}
	for i := 0; i < len(labels.pairs); i += 2 {
		merged[labels.pairs[i]] = labels.pairs[i+1]
	}
	return context.WithValue(ctx, labelKey{}, merged)
}

// Label returns the value of a label.
func Label(ctx context.Context, key string) (string, bool) {
	value, ok := labelsOf(ctx)[key]
	return value, ok
}

// ForLabels calls f for each label, in order of keys, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	labels := labelsOf(ctx)
	keys := make([]string, 0, len(labels))
	for key := range labels {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if !f(key, labels[key]) {
			return
		}
	}
}

// SetGoroutineLabels does nothing: no profile would show them.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with a context that has labels in addition.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(WithLabels(ctx, labels)) }
