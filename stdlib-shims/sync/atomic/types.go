package atomic

// A Int32 is an int32 with atomic operations.
type Int32 struct {
	v int32
}

// Load returns the value.
func (x *Int32) Load() int32 {
	return x.v
}

// Store sets the value.
func (x *Int32) Store(val int32) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Int32) Swap(new int32) (old int32) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Int32) Add(delta int32) (new int32) {
	x.v += delta
	return x.v
}

// And clears the bits that are not in mask and returns the value before.
func (x *Int32) And(mask int32) (old int32) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Int32) Or(mask int32) (old int32) {
	old = x.v
	x.v = old | mask
	return old
}

// A Int64 is an int64 with atomic operations.
type Int64 struct {
	v int64
}

// Load returns the value.
func (x *Int64) Load() int64 {
	return x.v
}

// Store sets the value.
func (x *Int64) Store(val int64) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Int64) Swap(new int64) (old int64) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Int64) Add(delta int64) (new int64) {
	x.v += delta
	return x.v
}

// And clears the bits that are not in mask and returns the value before.
func (x *Int64) And(mask int64) (old int64) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Int64) Or(mask int64) (old int64) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uint32 is a uint32 with atomic operations.
type Uint32 struct {
	v uint32
}

// Load returns the value.
func (x *Uint32) Load() uint32 {
	return x.v
}

// Store sets the value.
func (x *Uint32) Store(val uint32) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Uint32) Swap(new uint32) (old uint32) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uint32) Add(delta uint32) (new uint32) {
	x.v += delta
	return x.v
}

// And clears the bits that are not in mask and returns the value before.
func (x *Uint32) And(mask uint32) (old uint32) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uint32) Or(mask uint32) (old uint32) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uint64 is a uint64 with atomic operations.
type Uint64 struct {
	v uint64
}

// Load returns the value.
func (x *Uint64) Load() uint64 {
	return x.v
}

// Store sets the value.
func (x *Uint64) Store(val uint64) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Uint64) Swap(new uint64) (old uint64) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uint64) Add(delta uint64) (new uint64) {
	x.v += delta
	return x.v
}

// And clears the bits that are not in mask and returns the value before.
func (x *Uint64) And(mask uint64) (old uint64) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uint64) Or(mask uint64) (old uint64) {
	old = x.v
	x.v = old | mask
	return old
}

// A Uintptr is a uintptr with atomic operations.
type Uintptr struct {
	v uintptr
}

// Load returns the value.
func (x *Uintptr) Load() uintptr {
	return x.v
}

// Store sets the value.
func (x *Uintptr) Store(val uintptr) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Uintptr) Swap(new uintptr) (old uintptr) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// Add adds delta and returns the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr) {
	x.v += delta
	return x.v
}

// And clears the bits that are not in mask and returns the value before.
func (x *Uintptr) And(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old & mask
	return old
}

// Or sets the bits of mask and returns the value before.
func (x *Uintptr) Or(mask uintptr) (old uintptr) {
	old = x.v
	x.v = old | mask
	return old
}

// A Bool is a bool with atomic operations.
type Bool struct {
	v bool
}

// Load returns the value.
func (x *Bool) Load() bool {
	return x.v
}

// Store sets the value.
func (x *Bool) Store(val bool) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Bool) Swap(new bool) (old bool) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}

// A Pointer is a *T with atomic operations.
type Pointer[T any] struct {
	v *T
}

// Load returns the value.
func (x *Pointer[T]) Load() *T {
	return x.v
}

// Store sets the value.
func (x *Pointer[T]) Store(val *T) {
	x.v = val
}

// Swap sets the value and returns what it was.
func (x *Pointer[T]) Swap(new *T) (old *T) {
	old = x.v
	x.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	if x.v != old {
		return false
	}
	x.v = new
	return true
}
