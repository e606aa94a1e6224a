package errors

import "internal/dynamic"

// Is tells whether target is in the tree of err: err itself, or what its Unwrap methods give, depth first.
// An error matches if it equals target or if its Is method says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	t := dynamic.TypeOf(target)
	return is(err, target, isComparable(t))
}

func is(err, target error, targetComparable bool) bool {
	for {
		if targetComparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if is(err, target, targetComparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// As finds the first error in the tree of err that can be assigned to what target points to, assigns it and
// returns true. An error with an As method may do that by itself.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	pointerType, pointer := dynamic.TypeOf(target), dynamic.ValueOf(target)
	if dynamic.Kind(pointerType) != dynamic.Pointer || dynamic.IsNil(pointer) {
		panic("errors: target must be a non-nil pointer")
	}
	want := dynamic.Elem(pointerType)
	if dynamic.Kind(want) != dynamic.Interface && !hasError(want) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, pointerType, pointer, want)
}

func as(err error, target any, pointerType dynamic.Type, pointer dynamic.Value, want dynamic.Type) bool {
	for {
		t := dynamic.TypeOf(err)
		if dynamic.Kind(want) == dynamic.Interface {
			if dynamic.Implements(t, want) {
				dynamic.Store(pointerType, pointer, asValue(err))
				return true
			}
		} else if t == want {
			dynamic.Store(pointerType, pointer, dynamic.ValueOf(err))
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if err != nil && as(err, target, pointerType, pointer, want) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// AsType finds the first error in the tree of err that is an E.
func AsType[E error](err error) (E, bool) {
	if err == nil {
		var zero E
		return zero, false
	}
	var target *E
	return asType(err, target)
}

func asType[E error](err error, target *E) (E, bool) {
	for {
		if e, ok := err.(E); ok {
			return e, true
		}
		if x, ok := err.(interface{ As(any) bool }); ok {
			if target == nil {
				target = new(E)
			}
			if x.As(target) {
				return *target, true
			}
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
			if err == nil {
				var zero E
				return zero, false
			}
		case interface{ Unwrap() []error }:
			for _, err := range x.Unwrap() {
				if err == nil {
					continue
				}
				if e, ok := asType(err, target); ok {
					return e, true
				}
			}
			var zero E
			return zero, false
		default:
			var zero E
			return zero, false
		}
	}
}

//js:native isComparable
func isComparable(t dynamic.Type) bool

//js:native hasError
func hasError(t dynamic.Type) bool

//js:native asValue
func asValue(err error) dynamic.Value
