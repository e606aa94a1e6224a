package strings

import (
	"io"
	"unsafe"
)

// A Replacer replaces strings by others. Goroutines may share one.
type Replacer struct {
	pairs   []string
	replace unsafe.Pointer // nil until it is first used
}

// NewReplacer makes a Replacer of pairs of old and new strings. At each place of a text, the first old string that is
// there is replaced.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{pairs: append([]string(nil), oldnew...)}
}

// Replace returns s with all replacements.
func (r *Replacer) Replace(s string) string {
	if r.replace == nil {
		r.replace = replacer(r.pairs)
	}
	return applyReplacer(r.replace, s)
}

// WriteString writes s to w with all replacements.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}

//js:native replacer reads
func replacer(pairs []string) unsafe.Pointer

//js:native applyReplacer reads
func applyReplacer(replace unsafe.Pointer, s string) string
