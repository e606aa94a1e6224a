// Package unique gives each value one handle, so that comparing handles is comparing values.
package unique

// A Handle stands for a value: two of them are equal exactly if their values are.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value of h.
func (h Handle[T]) Value() T { return *h.value }

// A key keeps values of equal content apart that are of different T.
type key[T comparable] struct {
	value T
}

var handles = map[any]any{}

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	if known, ok := handles[key[T]{value}]; ok {
		return known.(Handle[T])
	}
	made := Handle[T]{new(T)}
	*made.value = value
	handles[key[T]{value}] = made
	return made
}
