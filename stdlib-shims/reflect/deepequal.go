package reflect

// A visit is a comparison in progress; meeting it again means a cycle, which then counts as equal.
type visit struct {
	a, b raw
	t    *rtype
}

// DeepEqual tells whether x and y are equal, with what slices, maps, pointers and interfaces hold compared in turn.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	if a.typ != b.typ {
		return false
	}
	return deepEqual(a, b, map[visit]bool{})
}

func deepEqual(a, b Value, visited map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	switch a.kind() {
	case Pointer, Map, Slice:
		v := visit{a.raw(), b.raw(), a.typ}
		if v.a != nil && v.b != nil && a.kind() != Slice {
			if visited[v] {
				return true
			}
			visited[v] = true
		}
	}
	switch a.kind() {
	case Array:
		return equalElems(a, b, visited)
	case Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return false
		}
		if sameBacking(a.raw(), b.raw()) {
			return true
		}
		return equalElems(a, b, visited)
	case Interface:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Pointer:
		if samePointer(a.raw(), b.raw()) {
			return true
		}
		return deepEqual(a.Elem(), b.Elem(), visited)
	case Struct:
		for i := range a.NumField() {
			if !deepEqual(a.Field(i), b.Field(i), visited) {
				return false
			}
		}
		return true
	case Map:
		return equalMaps(a, b, visited)
	case Func:
		return a.IsNil() && b.IsNil()
	}
	return equal(a.typ.t, a.raw(), b.raw())
}

func equalElems(a, b Value, visited map[visit]bool) bool {
	for i := range a.Len() {
		if !deepEqual(a.Index(i), b.Index(i), visited) {
			return false
		}
	}
	return true
}

func equalMaps(a, b Value, visited map[visit]bool) bool {
	if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
		return false
	}
	if a.raw() == b.raw() {
		return true
	}
	for iter := a.MapRange(); iter.Next(); {
		other := b.MapIndex(iter.Key())
		if !other.IsValid() || !deepEqual(iter.Value(), other, visited) {
			return false
		}
	}
	return true
}

//js:native sameBacking reads
func sameBacking(a, b raw) bool

//js:native samePointers reads
func samePointer(a, b raw) bool
