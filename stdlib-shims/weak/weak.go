// Package weak has pointers that do not keep alive what they point to.
package weak

import "unsafe" // also for go:linkname

// A Pointer is a weak pointer: it gives up what it points to when nothing else does, at the host's leisure.
type Pointer[T any] struct {
	_         [0]*T
	reference unsafe.Pointer
}

// Make returns the weak pointer to what ptr points to. Those of equal pointers are equal.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	expectCollections()
	return Pointer[T]{reference: makeReference(unsafe.Pointer(ptr))}
}

// Value returns the pointer, nil once what it pointed to is gone.
func (p Pointer[T]) Value() *T {
	if p.reference == nil {
		return nil
	}
	return (*T)(target(p.reference))
}

//go:linkname expectCollections runtime.expectCollections
func expectCollections()

//js:native makeReference reads
func makeReference(pointer unsafe.Pointer) unsafe.Pointer

//js:native target reads
func target(reference unsafe.Pointer) unsafe.Pointer
