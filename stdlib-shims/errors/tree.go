package errors

import "internal/dynamic"

// search goes through the tree of err, what is wrapped after what wraps it, until isFound is true.
func search(err error, isFound func(error) bool) bool {
	for err != nil {
		if isFound(err) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, inner := range many.Unwrap() {
				if search(inner, isFound) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

// Is tells whether target is in the tree of err: err itself, or what its Unwrap methods give, depth first.
// An error matches if it equals target or if its Is method says so.
func Is(err, target error) bool {
	if target == nil {
		return err == nil
	}
	canEqual := isComparable(dynamic.TypeOf(target))
	return search(err, func(err error) bool {
		if canEqual && err == target {
			return true
		}
		judge, ok := err.(interface{ Is(error) bool })
		return ok && judge.Is(target)
	})
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
	isInterface := dynamic.Kind(want) == dynamic.Interface
	if !isInterface && !hasError(want) {
		panic("errors: *target must be interface or implement error")
	}
	return search(err, func(err error) bool {
		t := dynamic.TypeOf(err)
		switch {
		case t == want:
			dynamic.Store(pointerType, pointer, dynamic.ValueOf(err))
			return true
		case isInterface && dynamic.Implements(t, want):
			dynamic.Store(pointerType, pointer, asValue(err))
			return true
		}
		return assignsItself(err, target)
	})
}

func assignsItself(err error, target any) bool {
	assigner, ok := err.(interface{ As(any) bool })
	return ok && assigner.As(target)
}

// AsType finds the first error in the tree of err that is an E.
func AsType[E error](err error) (found E, ok bool) {
	ok = search(err, func(err error) bool {
		if e, isE := err.(E); isE {
			found = e
			return true
		}
		return assignsItself(err, &found)
	})
	return found, ok
}

//js:native isComparable reads
func isComparable(t dynamic.Type) bool

//js:native hasError reads
func hasError(t dynamic.Type) bool

//js:native asValue reads
func asValue(err error) dynamic.Value
