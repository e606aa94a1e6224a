package reflect

import "unsafe"

// Functions that modules bind to by go:linkname, as modern-go/reflect2 does. Types come as the pointers to them that
// interfaces hold, variables as unsafe pointers.

//js:native newOf reads
func unsafe_New(t *rtype) unsafe.Pointer

//js:native newArrayOf reads
func unsafe_NewArray(t *rtype, n int) unsafe.Pointer

//js:native move
func typedmemmove(t *rtype, dst, src unsafe.Pointer)

// sliceHeader is how those modules see slices.
type sliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

//js:native copyHeaders
func typedslicecopy(elem *rtype, dst, src sliceHeader) int

//js:native mapOfSize reads
func makemap(t *rtype, size int) unsafe.Pointer

//js:native assignIn
func mapassign(t *rtype, m, key, elem unsafe.Pointer)

//js:native accessIn
func mapaccess(t *rtype, m, key unsafe.Pointer) unsafe.Pointer

// hiter is an iteration over a map; key is nil at its end.
type hiter struct {
	key   unsafe.Pointer
	value unsafe.Pointer
}

//js:native beginIteration
func mapiterinit(t *rtype, m unsafe.Pointer, it *hiter)

//js:native nextIteration
func mapiternext(it *hiter)

//js:native storeInterface
func ifaceE2I(t *rtype, src any, dst unsafe.Pointer)
