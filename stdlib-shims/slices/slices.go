// Package slices has functions for slices of any type.
package slices

import "cmp"

// Equal tells whether two slices have the same length and equal elements.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	n := len(s1)
	if n != len(s2) {
		return false
	}
	i := 0
	for i < n && s1[i] == s2[i] {
		i++
	}
	return i == n
}

// EqualFunc is Equal with a comparison of its own.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	n := len(s1)
	if n != len(s2) {
		return false
	}
	i := 0
	for i < n && eq(s1[i], s2[i]) {
		i++
	}
	return i == n
}

// Compare returns the result of the first comparison of elements that is not 0. A beginning of a slice is less than
// the slice.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	return CompareFunc(s1, s2, cmp.Compare[E])
}

// CompareFunc is Compare with a comparison of its own.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, compare func(E1, E2) int) int {
	for i := range min(len(s1), len(s2)) {
		if order := compare(s1[i], s2[i]); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

// Index returns where v first is in s, −1 for nowhere.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if v == s[i] {
			return i
		}
	}
	return -1
}

// IndexFunc returns the index of the first element for which f is true, −1 where there is none.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains tells whether v is in s.
func Contains[S ~[]E, E comparable](s S, v E) bool {
	return Index(s, v) >= 0
}

// ContainsFunc tells whether f is true for an element.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool {
	return IndexFunc(s, f) >= 0
}

// Insert puts values in at index i. What was at s[i:] comes after them.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	m, n := len(v), len(s)
	if m == 0 {
		return s
	}
	if i == n {
		return append(s, v...)
	}
	if n+m > cap(s) {
		longer := append(s[:i], make(S, n+m-i)...)
		copy(longer[i:], v)
		copy(longer[i+m:], s[i:])
		return longer
	}
	if overlaps(v, s[i:n+m]) {
		v = append([]E(nil), v...)
	}
	longer := s[:n+m]
	copy(longer[i+m:], s[i:])
	copy(longer[i:], v)
	return longer
}

// Delete removes s[i:j]; the places that become free are set to zero.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	n := len(s)
	s = append(s[:i], s[j:]...)
	clear(s[len(s):n])
	return s
}

// DeleteFunc removes the elements for which del is true; the places that become free are set to zero.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	kept := 0
	for i, v := range s {
		if del(v) {
			continue
		}
		if kept != i {
			s[kept] = v
		}
		kept++
	}
	clear(s[kept:])
	return s[:kept]
}

// Replace puts values in the place of s[i:j]; places that become free are set to zero.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	if i == j {
		return Insert(s, i, v...)
	}
	if j == len(s) {
		replaced := append(s[:i], v...)
		if len(replaced) < len(s) {
			clear(s[len(replaced):])
		}
		return replaced
	}
	n := len(s)
	total := i + len(v) + n - j
	if total > cap(s) {
		longer := append(s[:i], make(S, total-i)...)
		copy(longer[i:], v)
		copy(longer[i+len(v):], s[j:])
		return longer
	}
	if overlaps(v, s[i:max(total, n)]) {
		v = append([]E(nil), v...)
	}
	replaced := s[:total]
	copy(replaced[i+len(v):], s[j:n])
	copy(replaced[i:], v)
	if total < n {
		clear(s[total:n])
	}
	return replaced
}

// Clone returns a copy of s, which does not keep s alive even where it is empty. The clone of nil is nil.
func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S{}, s...)
}

// Compact keeps one of each run of equal elements; the places that become free are set to zero.
func Compact[S ~[]E, E comparable](s S) S {
	if len(s) < 2 {
		return s
	}
	n := 1
	for k := 1; k < len(s); k++ {
		if s[k] != s[k-1] {
			if n != k {
				s[n] = s[k]
			}
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// CompactFunc is Compact with a comparison of its own; it keeps the first element of a run.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	n := 1
	for k := 1; k < len(s); k++ {
		if !eq(s[n-1], s[k]) {
			if n != k {
				s[n] = s[k]
			}
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Grow makes room for n more elements.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if missing := n - (cap(s) - len(s)); missing > 0 {
		s = append(s[:cap(s)], make([]E, missing)...)[:len(s)]
	}
	return s
}

// Clip drops the capacity beyond the length.
func Clip[S ~[]E, E any](s S) S {
	return s[:len(s):len(s)]
}

// Reverse reverses the elements in place.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Concat returns a new slice with the elements of slices one after the other.
func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for i := range slices {
		size += len(slices[i])
	}
	var all S
	if size > 0 {
		all = make(S, 0, size)
	}
	for i := range slices {
		all = append(all, slices[i]...)
	}
	return all
}

// Repeat returns a new slice with the elements of x count times.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	const maxInt = 1<<63 - 1
	if count > 0 && len(x) > maxInt/count {
		panic("the result of (len(x) * count) overflows")
	}
	repeated := make(S, 0, len(x)*count)
	for len(repeated) < cap(repeated) {
		repeated = append(repeated, x...)
	}
	return repeated
}

// overlaps tells whether two slices share a place.
//
//js:native overlaps
func overlaps[E any](a, b []E) bool {
	return false
}
