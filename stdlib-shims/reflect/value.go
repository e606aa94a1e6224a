package reflect

import (
	"strconv"
	"unsafe"
)

// A Value is a Go value. The zero Value stands for none.
type Value struct {
	typ *rtype
	// What a variable of the type holds or, with flagIndirect, a pointer to such a variable. The pointer to a struct or
	// array is that struct or array itself. fmt reads these three fields, see its value.js.
	ptr  unsafe.Pointer
	flag flag
}

// A flag has the kind in its low bits.
type flag uint32

const (
	kindMask     flag = 31
	flagIndirect flag = 1 << 5 // addressable
	flagStickyRO flag = 1 << 6 // from a field that is not exported
	flagEmbedRO  flag = 1 << 7 // from an embedded field that is not exported
	flagRO            = flagStickyRO | flagEmbedRO

	flagMethod  flag = 1 << 8 // made by Method
	flagPrivate flag = 1 << 9 // made by Method, which is not exported
)

func (f flag) kind() Kind { return Kind(f & kindMask) }

// ro is for what a value leads to: what can be reached through an embedded field that is not exported is read-only for
// good, unlike the exported fields of that field.
func (f flag) ro() flag {
	if f&flagRO != 0 {
		return flagStickyRO
	}
	return 0
}

// isAggregate tells whether the pointer to a value of the kind is the value itself.
func (f flag) isAggregate() bool {
	kind := f & kindMask
	return kind == flag(Struct) || kind == flag(Array)
}

// A ValueError is a method called on a Value that does not have it.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func (v Value) bad(method string) {
	panic(&ValueError{methodName(method), v.kind()})
}

// methodName is how panics call a method; functions of the package pass "", they have no name there.
func methodName(method string) string {
	if method == "" {
		return "unknown method"
	}
	return "reflect.Value." + method
}

func (v Value) kind() Kind { return v.flag.kind() }

func (v Value) must(kind Kind, method string) {
	if v.kind() != kind {
		v.bad(method)
	}
}

// mustBeExported panics where v came from a field that is not exported.
func (v Value) mustBeExported(method string) {
	if v.flag == 0 {
		panic(&ValueError{methodName(method), Invalid})
	}
	if v.flag&flagRO != 0 {
		panic("reflect: " + methodName(method) + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported(method)
	if v.flag&flagIndirect == 0 {
		panic("reflect: " + methodName(method) + " using unaddressable value")
	}
}

// raw returns what a variable of v's type holds.
func (v Value) raw() raw {
	if v.flag&flagIndirect != 0 && !v.flag.isAggregate() {
		return load(v.ptr)
	}
	return v.ptr
}

// store assigns x, of v's type, to the variable behind v.
func (v Value) store(x raw) {
	if v.flag.isAggregate() {
		assign(v.typ.t, v.ptr, x)
	} else {
		storeTo(v.ptr, x)
	}
}

// valueOf makes a Value that is not addressable.
func valueOf(t *rtype, x raw) Value {
	return Value{t, x, flag(t.kind())}
}

// pointee makes a Value of the variable behind a pointer.
func pointee(t *rtype, pointer raw, ro flag) Value {
	return Value{t, pointer, flag(t.kind()) | flagIndirect | ro}
}

// ValueOf returns a Value of what i holds, the zero Value where i is nil.
func ValueOf(i any) Value {
	if i == nil {
		return Value{}
	}
	return valueOf(typeFor(typeOf(i)), unwrapped(i))
}

// Zero returns the zero value of a type.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	return valueOf(t, zero(t.t))
}

// New returns a pointer to a new variable of a type.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return valueOf(typeFor(pointerTo(t.t)), newVariable(t.t))
}

// NewAt returns p as a pointer to a variable of a type.
func NewAt(typ Type, p unsafe.Pointer) Value {
	t := typ.common().t
	return valueOf(typeFor(pointerTo(t)), pointerOf(t, p))
}

// Indirect returns what v points to, v itself where it is not a pointer.
func Indirect(v Value) Value {
	if v.kind() != Pointer {
		return v
	}
	return v.Elem()
}

// IsValid tells whether v stands for a value.
func (v Value) IsValid() bool { return v.flag != 0 }

// Kind returns v's kind, Invalid for the zero Value.
func (v Value) Kind() Kind { return v.flag.kind() }

// Type returns v's type.
func (v Value) Type() Type {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.typ
}

// CanAddr tells whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagIndirect != 0 }

// CanSet tells whether v can be changed.
func (v Value) CanSet() bool { return v.flag&(flagIndirect|flagRO) == flagIndirect }

// CanInterface tells whether Interface does not panic.
func (v Value) CanInterface() bool {
	if v.flag == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&flagRO == 0
}

// Interface returns v's value as an interface value.
func (v Value) Interface() (i any) { return v.shown("reflect.Value.Interface") }

// shown is boxed, but panics where v came from a field that is not exported.
func (v Value) shown(function string) any {
	if v.flag == 0 {
		panic(&ValueError{function, Invalid})
	}
	if v.flag&flagRO != 0 {
		panic(function + ": cannot return value obtained from unexported field or method")
	}
	return v.boxed()
}

// boxed returns a copy of v's value as an interface value.
func (v Value) boxed() any {
	x := v.raw()
	if v.flag&flagIndirect != 0 && v.flag.isAggregate() {
		x = clone(v.typ.t, x)
	}
	return box(v.typ.t, x)
}

// TypeAssert is v.Interface().(T) with the comma, ok.
func TypeAssert[T any](v Value) (T, bool) {
	x, ok := v.shown("reflect.TypeAssert").(T)
	return x, ok
}

// Bool returns a boolean.
func (v Value) Bool() bool {
	v.must(Bool, "Bool")
	return asBool(v.raw())
}

// Int returns a signed integer.
func (v Value) Int() int64 {
	if kind := v.kind(); kind < Int || kind > Int64 {
		v.bad("Int")
	}
	return asInt(v.raw())
}

// CanInt tells whether Int does not panic.
func (v Value) CanInt() bool { return v.kind() >= Int && v.kind() <= Int64 }

// Uint returns an unsigned integer.
func (v Value) Uint() uint64 {
	if kind := v.kind(); kind < Uint || kind > Uintptr {
		v.bad("Uint")
	}
	return asUint64(v.raw())
}

// CanUint tells whether Uint does not panic.
func (v Value) CanUint() bool { return v.kind() >= Uint && v.kind() <= Uintptr }

// Float returns a floating-point number.
func (v Value) Float() float64 {
	if kind := v.kind(); kind != Float32 && kind != Float64 {
		v.bad("Float")
	}
	return asFloat(v.raw())
}

// CanFloat tells whether Float does not panic.
func (v Value) CanFloat() bool { return v.kind() == Float32 || v.kind() == Float64 }

// Complex returns a complex number.
func (v Value) Complex() complex128 {
	if kind := v.kind(); kind != Complex64 && kind != Complex128 {
		v.bad("Complex")
	}
	return asComplex(v.raw())
}

// CanComplex tells whether Complex does not panic.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// String returns a string; for another kind a text like "<int Value>".
func (v Value) String() string {
	switch v.kind() {
	case String:
		return asString(v.raw())
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.typ.String() + " Value>"
}

// Bytes returns a slice of bytes, or an addressable array of them.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ.elem().kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return asBytes(v.raw())
	case Array:
		if v.typ.elem().kind() != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return asBytes(sliceArray(v.ptr, 0, v.Len(), v.Len()))
	}
	v.bad("Bytes")
	return nil
}

// Addr returns a pointer to v.
func (v Value) Addr() Value {
	if v.flag&flagIndirect == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	t := typeFor(pointerTo(v.typ.t))
	return Value{t, v.ptr, flag(Pointer) | v.flag&flagRO}
}

// Elem returns what an interface holds or a pointer points to, the zero Value for nil.
func (v Value) Elem() Value {
	switch v.kind() {
	case Interface:
		x := v.raw()
		if x == nil {
			return Value{}
		}
		i := asAny(x)
		elem := valueOf(typeFor(typeOf(i)), unwrapped(i))
		elem.flag |= v.flag.ro()
		return elem
	case Pointer:
		pointer := v.raw()
		if pointer == nil {
			return Value{}
		}
		return pointee(v.typ.elem(), pointer, v.flag&flagRO)
	}
	v.bad("Elem")
	return Value{}
}

// IsNil tells whether a chan, func, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return isNil(v.raw())
	}
	v.bad("IsNil")
	return false
}

// IsZero tells whether v is the zero value of its type.
func (v Value) IsZero() bool {
	if v.flag == 0 {
		v.bad("IsZero")
	}
	return isZero(v.typ.t, v.raw())
}

// SetZero sets v to the zero value of its type.
func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	v.store(zero(v.typ.t))
}

// Set sets v to x, whose type must be assignable to v's.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("Set")
	v.store(x.assigned("reflect.Set", v.typ))
}

// assigned returns v's value as one of type t.
func (v Value) assigned(context string, t *rtype) raw {
	if v.typ == t {
		return v.owned()
	}
	if t.kind() == Interface {
		if v.kind() == Interface {
			if v.raw() == nil {
				return nil
			}
			v = v.Elem()
		}
		if implements(v.typ.t, t.t) {
			return asRaw(v.boxed())
		}
	} else if assignable(v.typ.t, t.t) {
		return structAs(v.typ.t, t.t, v.owned())
	}
	panic(context + ": value of type " + v.typ.String() + " is not assignable to type " + t.String())
}

// owned returns v's value as one that a new place may keep: structs and arrays are copied.
func (v Value) owned() raw {
	if v.flag.isAggregate() {
		return clone(v.typ.t, v.ptr)
	}
	return v.raw()
}

// SetBool sets a boolean.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.must(Bool, "SetBool")
	storeBool(v.ptr, x)
}

// SetInt sets a signed integer; what does not fit is cut off.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	if !v.CanInt() {
		v.bad("SetInt")
	}
	storeTo(v.ptr, integerOf(int(v.kind()), rawInt(x)))
}

// SetUint sets an unsigned integer; what does not fit is cut off.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	if !v.CanUint() {
		v.bad("SetUint")
	}
	storeTo(v.ptr, integerOf(int(v.kind()), rawUint(x)))
}

// SetFloat sets a floating-point number.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	switch v.kind() {
	case Float32:
		storeFloat(v.ptr, float64(float32(x)))
	case Float64:
		storeFloat(v.ptr, x)
	default:
		v.bad("SetFloat")
	}
}

// SetComplex sets a complex number.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	switch v.kind() {
	case Complex64:
		storeComplex(v.ptr, complex128(complex64(x)))
	case Complex128:
		storeComplex(v.ptr, x)
	default:
		v.bad("SetComplex")
	}
}

// SetString sets a string.
func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.must(String, "SetString")
	storeString(v.ptr, x)
}

// SetBytes sets a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.must(Slice, "SetBytes")
	if v.typ.elem().kind() != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	storeBytes(v.ptr, x)
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("SetPointer")
	v.must(UnsafePointer, "SetPointer")
	storeTo(v.ptr, x)
}

// OverflowInt tells whether x does not fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		v.bad("OverflowInt")
	}
	return overflowInt(v.typ.t, x)
}

// OverflowUint tells whether x does not fit v's type.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		v.bad("OverflowUint")
	}
	return overflowUint(v.typ.t, x)
}

// OverflowFloat tells whether x does not fit v's type.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		v.bad("OverflowFloat")
	}
	return v.kind() == Float32 && overflowFloat32(x)
}

// OverflowComplex tells whether x does not fit v's type.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		v.bad("OverflowComplex")
	}
	return v.kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}

// NumField returns the number of fields of a struct.
func (v Value) NumField() int {
	v.must(Struct, "NumField")
	return numField(v.typ.t)
}

// Field returns a field of a struct.
func (v Value) Field(i int) Value {
	v.must(Struct, "Field")
	if i < 0 || i >= numField(v.typ.t) {
		panic("reflect: Field index out of range")
	}
	t, kind, exported, embedded := fieldTypeAt(v.typ.t, i)
	f := flag(kind) | v.flag&(flagIndirect|flagStickyRO)
	if !exported {
		if embedded {
			f |= flagEmbedRO
		} else {
			f |= flagStickyRO
		}
	}
	if f&flagIndirect != 0 && !f.isAggregate() {
		return Value{typeFor(t), fieldPointer(v.typ.t, v.ptr, i), f}
	}
	return Value{typeFor(t), field(v.typ.t, v.ptr, i), f}
}

// FieldByIndex returns a field of a field of …; it panics at a nil pointer on the way.
func (v Value) FieldByIndex(index []int) Value {
	field, err := v.fieldByIndex(index)
	if err != "" {
		panic("reflect: indirection through nil pointer to embedded struct")
	}
	return field
}

// FieldByIndexErr is FieldByIndex with an error in place of a panic.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	field, problem := v.fieldByIndex(index)
	if problem != "" {
		return Value{}, nilEmbedded(problem)
	}
	return field, nil
}

type nilEmbedded string

func (name nilEmbedded) Error() string {
	return "reflect: indirection through nil pointer to embedded struct field " + string(name)
}

func (v Value) fieldByIndex(index []int) (field Value, problem string) {
	v.must(Struct, "FieldByIndex")
	for i, x := range index {
		if i > 0 && v.kind() == Pointer && v.typ.elem().kind() == Struct {
			if v.IsNil() {
				return Value{}, v.typ.elem().Name()
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, ""
}

// FieldByName returns a field by its name, the zero Value if there is none.
func (v Value) FieldByName(name string) Value {
	v.must(Struct, "FieldByName")
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByNameFunc returns the field whose name matches, the zero Value if there is none.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// NumMethod returns the number of exported methods.
func (v Value) NumMethod() int {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	return numMethod(v.typ.t)
}

// Method returns a method bound to v.
func (v Value) Method(i int) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if i < 0 || i >= numMethod(v.typ.t) {
		panic("reflect: Method index out of range")
	}
	x := v.raw()
	if v.kind() == Interface && x == nil {
		panic("reflect: Method on nil interface value")
	}
	_, pkg, signature := methodAt(v.typ.t, i)
	f := flag(Func) | flagMethod | v.flag.ro()
	if pkg != "" {
		f |= flagPrivate
	}
	return Value{typeFor(signature), boundMethod(v.typ.t, x, i), f}
}

// MethodByName returns a method bound to v, the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	i := methodIndex(v.typ.t, name)
	if i < 0 {
		return Value{}
	}
	return v.Method(i)
}

// Pointer invents an address for what v points to.
func (v Value) Pointer() uintptr {
	if v.flag&flagMethod != 0 {
		return address(methodCode())
	}
	switch v.kind() {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer, String:
		return address(v.raw())
	}
	v.bad("Pointer")
	return 0
}

// UnsafePointer returns what v points to.
func (v Value) UnsafePointer() unsafe.Pointer {
	if v.flag&flagMethod != 0 {
		return methodCode()
	}
	switch v.kind() {
	case Chan, Func, Map, Pointer, Slice, UnsafePointer, String:
		return pointerIn(v.raw())
	}
	v.bad("UnsafePointer")
	return nil
}

// UnsafeAddr invents an address for v.
func (v Value) UnsafeAddr() uintptr {
	if v.flag&flagIndirect == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return addressAs(v.typ.t, v.ptr)
}

// InterfaceData returns an address for the type and one for the value of what an interface holds.
func (v Value) InterfaceData() [2]uintptr {
	v.must(Interface, "InterfaceData")
	held := v.Elem()
	if !held.IsValid() {
		return [2]uintptr{}
	}
	return [2]uintptr{address(held.typ.t), held.word()}
}

// word returns the address that an interface has for v: what v points to if that is all of v, else one that is not nil.
func (v Value) word() uintptr {
	switch kind := v.kind(); {
	case kind == Chan || kind == Func || kind == Map || kind == Pointer || kind == UnsafePointer:
		return address(v.raw())
	case kind == Array && v.Len() == 1:
		return v.Index(0).word()
	case kind == Struct && v.NumField() == 1:
		return v.Field(0).word()
	}
	return address(v.typ.t)
}

// Comparable tells whether v can be compared without a panic.
func (v Value) Comparable() bool {
	every := func(n int, part func(int) Value) bool {
		for n > 0 && part(n-1).Comparable() {
			n--
		}
		return n == 0
	}
	switch v.kind() {
	case Invalid:
		return false
	case Array:
		return v.typ.Comparable() && every(v.Len(), v.Index)
	case Struct:
		return v.typ.Comparable() && every(v.NumField(), v.Field)
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	}
	return v.typ.Comparable()
}

// Equal tells whether v equals u, of the same type.
func (v Value) Equal(u Value) bool {
	v, u = v.concrete(), u.concrete()
	if !v.IsValid() || !u.IsValid() || v.typ != u.typ {
		return !v.IsValid() && !u.IsValid()
	}
	return equalValues(v.typ.t, v.raw(), u.raw())
}

// concrete returns what v holds where it is an interface value, else v.
func (v Value) concrete() Value {
	if v.kind() == Interface {
		return v.Elem()
	}
	return v
}

// CanConvert tells whether Convert does not panic.
func (v Value) CanConvert(t Type) bool {
	if !v.typ.ConvertibleTo(t) {
		return false
	}
	switch {
	case v.kind() == Slice && t.Kind() == Array:
		return t.Len() <= v.Len()
	case v.kind() == Slice && t.Kind() == Pointer && t.Elem().Kind() == Array:
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert returns v converted to a type.
func (v Value) Convert(t Type) Value {
	target := t.common()
	if v.typ == nil || !convertible(v.typ.t, target.t) {
		from := "invalid"
		if v.typ != nil {
			from = v.typ.String()
		}
		panic("reflect.Value.Convert: value of type " + from + " cannot be converted to type " + target.String())
	}
	ro := v.flag.ro()
	if target.kind() == Interface {
		x := asRaw(v.held().boxed())
		if v.kind() == Interface && v.raw() == nil {
			x = nil
		}
		return Value{target, x, flag(Interface) | ro}
	}
	if v.kind() == Slice && (target.kind() == Array || target.kind() == Pointer) {
		array, name := target, "array"
		if target.kind() == Pointer {
			array, name = target.elem(), "pointer to array"
		}
		if array.Len() > v.Len() {
			panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to " + name + " with length " + strconv.Itoa(array.Len()))
		}
	}
	return Value{target, converted(v.typ.t, target.t, v.owned()), flag(target.kind()) | ro}
}

// held is v, or what it holds if it is an interface that is not nil.
func (v Value) held() Value {
	if v.kind() == Interface && v.raw() != nil {
		return v.Elem()
	}
	return v
}
