// Package slug makes URL slugs.
package slug

import (
	"errors"
	"strings"
	"unicode"
)

// ErrEmpty is returned when nothing is left of the input.
var ErrEmpty = errors.New("slug: empty")

// Options tune Make.
type Options struct {
	Separator string // between words, "-" if empty
	MaxLen    int    // in bytes, no limit if 0
}

// Make returns the slug of title.
func Make(title string, opts Options) (string, error) {
	sep := opts.Separator
	if sep == "" {
		sep = "-"
	}
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	s := strings.Join(words, sep)
	if opts.MaxLen > 0 && len(s) > opts.MaxLen {
		s = s[:opts.MaxLen]
	}
	if s == "" {
		return "", ErrEmpty
	}
	return s, nil
}

// Words counts the words of each title.
func Words(titles []string) []int {
	counts := make([]int, len(titles))
	for i, title := range titles {
		counts[i] = len(strings.Fields(title))
	}
	return counts
}

// Checksum adds up bytes.
func Checksum(data []byte) (sum uint32) {
	for _, b := range data {
		sum = sum*31 + uint32(b)
	}
	return sum
}

// Square is exact for all 64 bits.
func Square(n int64) int64 { return n * n }
