package atomic

// cell is a variable of any type with atomic operations.
type cell[T comparable] struct {
	v T
}

// Load returns the value.
func (c *cell[T]) Load() T { return c.v }

// Store sets the value.
func (c *cell[T]) Store(val T) { c.v = val }

// Swap sets the value and returns what it was.
func (c *cell[T]) Swap(new T) (old T) {
	old, c.v = c.v, new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (c *cell[T]) CompareAndSwap(old, new T) (swapped bool) {
	if swapped = c.v == old; swapped {
		c.v = new
	}
	return swapped
}

// number is a cell that counts.
type number[T integer] struct {
	cell[T]
}

// Add adds delta and returns the sum.
func (n *number[T]) Add(delta T) (new T) {
	n.v += delta
	return n.v
}

// And clears the bits that are not in mask and returns the value before.
func (n *number[T]) And(mask T) (old T) { return n.Swap(n.v & mask) }

// Or sets the bits of mask and returns the value before.
func (n *number[T]) Or(mask T) (old T) { return n.Swap(n.v | mask) }

type (
	// An Int32 is an int32 with atomic operations.
	Int32 struct{ number[int32] }
	// An Int64 is an int64 with atomic operations.
	Int64 struct{ number[int64] }
	// A Uint32 is a uint32 with atomic operations.
	Uint32 struct{ number[uint32] }
	// A Uint64 is a uint64 with atomic operations.
	Uint64 struct{ number[uint64] }
	// A Uintptr is a uintptr with atomic operations.
	Uintptr struct{ number[uintptr] }
	// A Bool is a bool with atomic operations.
	Bool struct{ cell[bool] }
	// A Pointer is a *T with atomic operations.
	Pointer[T any] struct{ cell[*T] }
)
