// Package atomic has memory operations that no other goroutine can see half done.
//
// Goroutines are scheduled cooperatively, so plain reads and writes are just that.
package atomic

import "unsafe"

type integer interface {
	int32 | int64 | uint32 | uint64 | uintptr
}

func swap[T any](place *T, v T) T {
	before := *place
	*place = v
	return before
}

func compareAndSwap[T comparable](place *T, expected, v T) bool {
	isExpected := *place == expected
	if isExpected {
		*place = v
	}
	return isExpected
}

func add[T integer](place *T, delta T) T {
	*place += delta
	return *place
}

func and[T integer](place *T, mask T) T { return swap(place, *place&mask) }
func or[T integer](place *T, mask T) T  { return swap(place, *place|mask) }

// Load… returns what addr points to. Store… sets it. Swap… sets it and returns what it was. CompareAndSwap… sets it
// if it is what old says. Add… returns the sum. And… keeps the bits in mask, Or… sets them; both return what it was.

func LoadInt32(addr *int32) (val int32)            { return *addr }
func StoreInt32(addr *int32, val int32)            { *addr = val }
func SwapInt32(addr *int32, new int32) (old int32) { return swap(addr, new) }
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
func AddInt32(addr *int32, delta int32) (new int32) { return add(addr, delta) }
func AndInt32(addr *int32, mask int32) (old int32)  { return and(addr, mask) }
func OrInt32(addr *int32, mask int32) (old int32)   { return or(addr, mask) }

func LoadInt64(addr *int64) (val int64)            { return *addr }
func StoreInt64(addr *int64, val int64)            { *addr = val }
func SwapInt64(addr *int64, new int64) (old int64) { return swap(addr, new) }
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
func AddInt64(addr *int64, delta int64) (new int64) { return add(addr, delta) }
func AndInt64(addr *int64, mask int64) (old int64)  { return and(addr, mask) }
func OrInt64(addr *int64, mask int64) (old int64)   { return or(addr, mask) }

func LoadUint32(addr *uint32) (val uint32)             { return *addr }
func StoreUint32(addr *uint32, val uint32)             { *addr = val }
func SwapUint32(addr *uint32, new uint32) (old uint32) { return swap(addr, new) }
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
func AddUint32(addr *uint32, delta uint32) (new uint32) { return add(addr, delta) }
func AndUint32(addr *uint32, mask uint32) (old uint32)  { return and(addr, mask) }
func OrUint32(addr *uint32, mask uint32) (old uint32)   { return or(addr, mask) }

func LoadUint64(addr *uint64) (val uint64)             { return *addr }
func StoreUint64(addr *uint64, val uint64)             { *addr = val }
func SwapUint64(addr *uint64, new uint64) (old uint64) { return swap(addr, new) }
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
func AddUint64(addr *uint64, delta uint64) (new uint64) { return add(addr, delta) }
func AndUint64(addr *uint64, mask uint64) (old uint64)  { return and(addr, mask) }
func OrUint64(addr *uint64, mask uint64) (old uint64)   { return or(addr, mask) }

func LoadUintptr(addr *uintptr) (val uintptr)              { return *addr }
func StoreUintptr(addr *uintptr, val uintptr)              { *addr = val }
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) { return swap(addr, new) }
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) { return add(addr, delta) }
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)  { return and(addr, mask) }
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)   { return or(addr, mask) }

func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) { return *addr }
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) { *addr = val }
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	return swap(addr, new)
}

func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	return compareAndSwap(addr, old, new)
}
