package reflect

import (
	"iter"
	"unsafe"
)

// Len returns the length of an array, chan, map, slice, string or pointer to an array.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return sliceLen(v.raw())
	case String:
		return len(asString(v.raw()))
	case Array:
		return typeLen(v.typ.t)
	case Map:
		return mapLen(v.raw())
	case Chan:
		return chanLength(v.raw())
	case Pointer:
		if v.typ.elem().kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	v.bad("Len")
	return 0
}

// Cap returns the capacity of an array, chan, slice or pointer to an array.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return sliceCap(v.raw())
	case Array:
		return typeLen(v.typ.t)
	case Chan:
		return chanCapacity(v.raw())
	case Pointer:
		if v.typ.elem().kind() == Array {
			return v.typ.elem().Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	v.bad("Cap")
	return 0
}

// Index returns an element of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Slice:
		s := v.raw()
		if i < 0 || i >= sliceLen(s) {
			panic("reflect: slice index out of range")
		}
		t := v.typ.elem()
		f := flag(t.kind()) | flagIndirect | v.flag.ro()
		if f.isAggregate() {
			return Value{t, sliceElem(s, i), f}
		}
		return Value{t, sliceElemPointer(t.t, s, i), f}
	case Array:
		if i < 0 || i >= typeLen(v.typ.t) {
			panic("reflect: array index out of range")
		}
		t := v.typ.elem()
		f := flag(t.kind()) | v.flag&(flagIndirect|flagRO)
		if f&flagIndirect != 0 && !f.isAggregate() {
			return Value{t, arrayElemPointer(t.t, v.ptr, i), f}
		}
		return Value{t, arrayElem(t.t, v.ptr, i), f}
	case String:
		s := v.raw()
		if i < 0 || i >= len(asString(s)) {
			panic("reflect: string index out of range")
		}
		return Value{typeFor(typeOf(uint8(0))), stringByte(s, i), flag(Uint8) | v.flag.ro()}
	}
	v.bad("Index")
	return Value{}
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	switch v.kind() {
	case String:
		s := v.raw()
		if i < 0 || j < i || j > len(asString(s)) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		return Value{v.typ, substring(s, i, j), flag(String) | v.flag.ro()}
	case Slice, Array:
		return v.slice(i, j, -1, "Slice")
	}
	v.bad("Slice")
	return Value{}
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	if kind := v.kind(); kind != Slice && kind != Array {
		v.bad("Slice3")
	}
	if k < 0 {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return v.slice(i, j, k, "Slice3")
}

func (v Value) slice(i, j, k int, method string) Value {
	if v.kind() == Array && v.flag&flagIndirect == 0 {
		panic("reflect.Value." + method + ": slice of unaddressable array")
	}
	if k < 0 {
		k = v.Cap()
	}
	if i < 0 || j < i || k < j || k > v.Cap() {
		panic("reflect.Value." + method + ": slice index out of bounds")
	}
	if i == k {
		// What has no room does not point behind its end.
		i, j, k = 0, 0, 0
	}
	elem := v.typ.elem()
	if v.kind() == Array {
		return Value{typeFor(sliceOf(elem.t)), sliceArray(v.ptr, i, j, k), flag(Slice) | v.flag.ro()}
	}
	return Value{v.typ, subslice(elem.t, v.raw(), i, j, k), flag(Slice) | v.flag.ro()}
}

// SetLen sets the length of a slice.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.must(Slice, "SetLen")
	s := v.raw()
	if n < 0 || n > sliceCap(s) {
		panic("reflect: slice length out of range in SetLen")
	}
	v.store(subslice(typeElem(v.typ.t), s, 0, n, sliceCap(s)))
}

// SetCap sets the capacity of a slice.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.must(Slice, "SetCap")
	s := v.raw()
	if n < sliceLen(s) || n > sliceCap(s) {
		panic("reflect: slice capacity out of range in SetCap")
	}
	v.store(subslice(typeElem(v.typ.t), s, 0, sliceLen(s), n))
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.must(Slice, "Grow")
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	v.store(growSlice(typeElem(v.typ.t), v.raw(), n))
}

// Clear empties a map or sets the elements of a slice to zero.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		clearElems(typeElem(v.typ.t), v.raw())
	case Map:
		mapClear(v.raw())
	default:
		v.bad("Clear")
	}
}

// MakeSlice returns a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	t := typ.common()
	if t.kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	return valueOf(t, makeSlice(typeElem(t.t), len, cap))
}

// SliceAt returns a slice of n elements of a type from p on.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	elem := typ.common()
	return valueOf(typeFor(sliceOf(elem.t)), sliceFrom(elem.t, p, n))
}

// Append appends values to a slice.
func Append(s Value, x ...Value) Value {
	s.must(Slice, "")
	s.mustBeExported("")
	elem := s.typ.elem()
	result := s.raw()
	for _, v := range x {
		v.mustBeExported("Set")
		result = appendOne(elem.t, result, v.assigned("reflect.Set", elem))
	}
	return Value{s.typ, result, flag(Slice)}
}

// AppendSlice appends the elements of t, a slice of the same type, to s.
func AppendSlice(s, t Value) Value {
	s.must(Slice, "")
	t.must(Slice, "")
	s.mustBeExported("")
	t.mustBeExported("")
	if s.typ.elem() != t.typ.elem() {
		panic("reflect.AppendSlice: " + s.typ.elem().String() + " != " + t.typ.elem().String())
	}
	return Value{s.typ, appendAll(typeElem(s.typ.t), s.raw(), t.raw()), flag(Slice)}
}

// Copy copies elements until one side has no more, and returns how many. A string may be copied into bytes.
func Copy(dst, src Value) int {
	if dst.kind() == Array {
		dst.mustBeAssignable("")
	}
	target := dst.elems("Copy")
	dst.mustBeExported("")
	elem := typeElem(dst.typ.t)
	if src.kind() == String && typeKind(elem) == int(Uint8) {
		src.mustBeExported("")
		return copyText(target, src.raw())
	}
	source := src.elems("Copy")
	src.mustBeExported("")
	if dst.typ.elem() != src.typ.elem() {
		panic("reflect.Copy: " + dst.typ.elem().String() + " != " + src.typ.elem().String())
	}
	return copyElems(elem, target, source)
}

// elems returns a slice of the elements of a slice or array.
func (v Value) elems(method string) raw {
	switch v.kind() {
	case Slice:
		return v.raw()
	case Array:
		return sliceArray(v.ptr, 0, v.Len(), v.Len())
	}
	panic(&ValueError{"reflect." + method, v.kind()})
}

// MakeMap returns a new map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize returns a new map; the size does not matter.
func MakeMapWithSize(typ Type, n int) Value {
	t := typ.common()
	if t.kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	return valueOf(t, makeMap(t.t))
}

// MapIndex returns the value for a key, the zero Value if there is none.
func (v Value) MapIndex(key Value) Value {
	v.must(Map, "MapIndex")
	k := key.assigned("reflect.Value.MapIndex", typeFor(typeKey(v.typ.t)))
	x, ok := mapGet(v.raw(), k)
	if !ok {
		return Value{}
	}
	t := v.typ.elem()
	return Value{t, x, flag(t.kind()) | (v.flag|key.flag).ro()}
}

// SetMapIndex sets the value for a key; a zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.must(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	k := key.assigned("reflect.Value.SetMapIndex", typeFor(typeKey(v.typ.t)))
	if elem.typ == nil {
		mapDelete(v.raw(), k)
		return
	}
	elem.mustBeExported("SetMapIndex")
	mapSet(v.raw(), k, elem.assigned("reflect.Value.SetMapIndex", v.typ.elem()))
}

// MapKeys returns the keys of a map.
func (v Value) MapKeys() []Value {
	v.must(Map, "MapKeys")
	t := typeFor(typeKey(v.typ.t))
	f := flag(t.kind()) | v.flag.ro()
	keys := make([]Value, 0, v.Len())
	iterator := mapIterator(v.raw())
	for {
		key, _, ok := mapNext(iterator)
		if !ok {
			return keys
		}
		keys = append(keys, Value{t, key, f})
	}
}

// A MapIter goes through a map.
type MapIter struct {
	m        Value
	iterator raw
	key      raw
	elem     raw
	valid    bool
	done     bool
}

// MapRange returns a MapIter for a map.
func (v Value) MapRange() *MapIter {
	v.must(Map, "MapRange")
	return &MapIter{m: v}
}

// Next goes to the next entry and tells whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if iter.done {
		panic("MapIter.Next called on exhausted iterator")
	}
	if iter.iterator == nil {
		iter.iterator = mapIterator(iter.m.raw())
	}
	iter.key, iter.elem, iter.valid = mapNext(iter.iterator)
	iter.done = !iter.valid
	return iter.valid
}

func (iter *MapIter) check(method string) {
	if iter.iterator == nil {
		panic(method + " called before Next")
	}
	if iter.done {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the key of the entry.
func (iter *MapIter) Key() Value {
	iter.check("MapIter.Key")
	t := typeFor(typeKey(iter.m.typ.t))
	return Value{t, iter.key, flag(t.kind()) | iter.m.flag.ro()}
}

// Value returns the value of the entry.
func (iter *MapIter) Value() Value {
	iter.check("MapIter.Value")
	t := iter.m.typ.elem()
	return Value{t, iter.elem, flag(t.kind()) | iter.m.flag.ro()}
}

// Reset makes iter go through v.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.must(Map, "MapRange")
	}
	*iter = MapIter{m: v}
}

// SetIterKey sets v to the key of the entry.
func (v Value) SetIterKey(iter *MapIter) {
	iter.check("reflect: Value.SetIterKey")
	v.setIter("Key", iter.Key())
}

// SetIterValue sets v to the value of the entry.
func (v Value) SetIterValue(iter *MapIter) {
	iter.check("reflect: Value.SetIterValue")
	v.setIter("Value", iter.Value())
}

func (v Value) setIter(part string, x Value) {
	v.mustBeAssignable("SetIter" + part)
	x.mustBeExported("SetIter" + part)
	v.store(x.assigned("reflect.MapIter.Set"+part, v.typ))
}

// Swapper returns a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	s := v.raw()
	length := sliceLen(s)
	return func(i, j int) {
		if uint(i) >= uint(length) || uint(j) >= uint(length) {
			panic("reflect: slice index out of range")
		}
		swapElems(s, i, j)
	}
}

//js:native swapElems
func swapElems(s raw, i, j int)

// Fields gives the fields of a struct.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	return func(yield func(StructField, Value) bool) {
		for i := range v.NumField() {
			if !yield(t.Field(i), v.Field(i)) {
				return
			}
		}
	}
}

// Methods gives the methods of v.
func (v Value) Methods() iter.Seq2[Method, Value] {
	t := v.Type()
	return func(yield func(Method, Value) bool) {
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// Seq goes over v as range with one variable does.
func (v Value) Seq() iter.Seq[Value] {
	switch v.kind() {
	case Int, Int8, Int16, Int32, Int64:
		return func(yield func(Value) bool) {
			for i := int64(0); i < v.Int(); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		}
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return func(yield func(Value) bool) {
			for i := uint64(0); i < v.Uint(); i++ {
				if !yield(ValueOf(i).Convert(v.typ)) {
					return
				}
			}
		}
	case Func:
		return func(yield func(Value) bool) {
			v.loop(func(in []Value) bool { return yield(in[0]) })
		}
	case Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	pairs := v.Seq2()
	return func(yield func(Value) bool) {
		for key := range pairs {
			if !yield(key) {
				return
			}
		}
	}
}

// loop calls v, a function over which range goes.
func (v Value) loop(yield func(in []Value) bool) {
	t := v.typ.In(0).common()
	v.Call([]Value{valueOf(t, makeYield(func(args []raw) bool { return yield(arguments(t, args)) }))})
}

// Seq2 goes over v as range with two variables does.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	kind := v.kind()
	if kind == Pointer && v.typ.elem().kind() == Array {
		return v.Elem().Seq2()
	}
	if !v.typ.CanSeq2() {
		panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
	}
	return func(yield func(Value, Value) bool) {
		switch kind {
		case Func:
			v.loop(func(in []Value) bool { return yield(in[0], in[1]) })
		case Map:
			pairs := v.MapRange()
			for pairs.Next() && yield(pairs.Key(), pairs.Value()) {
			}
		case String:
			for at, char := range v.String() {
				if !yield(ValueOf(at), ValueOf(char)) {
					break
				}
			}
		default:
			for i, n := 0, v.Len(); i < n && yield(ValueOf(i), v.Index(i)); i++ {
			}
		}
	}
}

// A SliceHeader is what a slice looks like in other implementations.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// A StringHeader is what a string looks like in other implementations.
type StringHeader struct {
	Data uintptr
	Len  int
}
