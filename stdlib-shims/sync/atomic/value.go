package atomic

import "internal/dynamic"

// A Value holds values of one type. The zero value holds nil.
type Value struct {
	v any
}

// Load returns the value last stored, nil if there was none.
func (v *Value) Load() (val any) {
	return v.v
}

// Store sets the value. Its type must be that of the values stored before.
func (v *Value) Store(val any) {
	v.check(val, "store")
	v.v = val
}

// Swap sets the value and returns the one before.
func (v *Value) Swap(new any) (old any) {
	v.check(new, "swap")
	old = v.v
	v.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && dynamic.TypeOf(old) != dynamic.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if v.v != nil && dynamic.TypeOf(v.v) != dynamic.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	if v.v != old {
		return false
	}
	v.v = new
	return true
}

func (v *Value) check(val any, operation string) {
	if val == nil {
		panic("sync/atomic: " + operation + " of nil value into Value")
	}
	if v.v != nil && dynamic.TypeOf(v.v) != dynamic.TypeOf(val) {
		panic("sync/atomic: " + operation + " of inconsistently typed value into Value")
	}
}
