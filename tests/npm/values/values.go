// Package values crosses the border between Go and JavaScript. It is a test.
package values

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrMissing says that there is nothing.
var ErrMissing = errors.New("values: missing")

// Calls counts the calls of Join.
var Calls int

// Last is what Join gave last.
var Last = "nothing"

const (
	Limit   = 40
	Version = "v2"
	Wide    = int64(1) << 62
)

// Join joins words.
func Join(separator string, words ...string) string {
	Calls++
	Last = strings.Join(words, separator)
	return Last
}

// Find fails for an empty name.
func Find(name string) (int, error) {
	if name == "" {
		return 0, fmt.Errorf("find: %w", ErrMissing)
	}
	return len(name), nil
}

// Double doubles both.
func Double(n int64, m uint64) (int64, uint64) { return 2 * n, 2 * m }

// Small takes a byte.
func Small(b uint8) uint8 { return b + 1 }

// Half halves.
func Half(x float64) float64 { return x / 2 }

// Upper works on bytes.
func Upper(data []byte) []byte { return []byte(strings.ToUpper(string(data))) }

// Count counts words.
func Count(words []string) map[string]int {
	counts := map[string]int{}
	for _, word := range words {
		counts[word]++
	}
	return counts
}

// Total adds up.
func Total(counts map[string]int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// Apply calls back.
func Apply(words []string, f func(word string, index int) string) []string {
	for i, word := range words {
		words[i] = f(word, i)
	}
	return words
}

// Try calls what may fail.
func Try(f func() (int, error)) string {
	n, err := f()
	return fmt.Sprint(n, " ", err)
}

// Adder makes a function.
func Adder(n int) func(...int) int {
	return func(more ...int) int {
		for _, m := range more {
			n += m
		}
		return n
	}
}

// Tomorrow is a day later.
func Tomorrow(t time.Time, more time.Duration) (time.Time, time.Duration) {
	return t.Add(24*time.Hour + more), 1500 * time.Microsecond
}

// Wait waits, unless it is told not to.
func Wait(ctx context.Context, d time.Duration) (string, error) {
	select {
	case <-time.After(d):
		return "waited", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// Numbers sends numbers.
func Numbers(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- i * i
		}
	}()
	return ch
}

// Options tune a Box.
type Options struct {
	Title string
	Size  int
	Tags  []string
}

// A Box holds things.
type Box struct {
	Title string
	items []string
}

// NewBox makes a Box.
func NewBox(options Options) *Box { return &Box{Title: options.Title, items: options.Tags} }

// Add adds an item.
func (b *Box) Add(items ...string) *Box {
	b.items = append(b.items, items...)
	return b
}

// Items are what it holds.
func (b *Box) Items() []string { return b.items }

// At panics beyond the end.
func (b *Box) At(i int) string { return b.items[i] }

// Complex cannot cross.
func Complex(c complex128) complex128 { return c }
