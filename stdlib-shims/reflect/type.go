// Package reflect looks into types and values at run time, over the runtime's type descriptors.
package reflect

import (
	"iter"
	"strconv"
	"unsafe"
)

// A Kind is what a type is made with.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = []string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr", "slice", "string",
	"struct", "unsafe.Pointer",
}

func (k Kind) String() string {
	if k < Kind(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// A ChanDir says which way a channel goes.
type ChanDir int

const (
	RecvDir ChanDir             = 1 << iota // <-chan
	SendDir                                 // chan<-
	BothDir = RecvDir | SendDir             // chan
)

var chanDirNames = [...]string{RecvDir: "<-chan", SendDir: "chan<-", BothDir: "chan"}

func (d ChanDir) String() string {
	if d > 0 && int(d) < len(chanDirNames) {
		return chanDirNames[d]
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// A Type is a Go type. Methods that are not for its kind panic. Identical types are equal.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	Methods() iter.Seq[Method]
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	Fields() iter.Seq[StructField]
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Ins() iter.Seq[Type]
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	Outs() iter.Seq[Type]
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool

	common() *rtype
}

// descriptor is a type as the runtime knows it.
type descriptor = unsafe.Pointer

// rtype is the only Type there is, one for each descriptor.
type rtype struct {
	t descriptor
}

// typeFor returns the Type of a descriptor, nil for nil.
func typeFor(t descriptor) *rtype {
	if t == nil {
		return nil
	}
	if known := knownType(t); known != nil {
		return (*rtype)(known)
	}
	r := &rtype{t}
	rememberType(t, unsafe.Pointer(r))
	return r
}

// toType keeps a nil *rtype from becoming an interface that is not nil.
func toType(r *rtype) Type {
	if r == nil {
		return nil
	}
	return r
}

// TypeOf returns the dynamic type of i, nil where i is nil.
func TypeOf(i any) Type {
	return toType(typeFor(typeOf(i)))
}

// TypeFor returns the Type of T.
func TypeFor[T any]() Type {
	var pointer *T
	return typeFor(typeElem(typeOf(pointer)))
}

func (r *rtype) common() *rtype { return r }

func (r *rtype) kind() Kind { return Kind(typeKind(r.t)) }

func (r *rtype) Kind() Kind { return r.kind() }

func (r *rtype) String() string { return typeText(r.t) }

func (r *rtype) Name() string { return typeName(r.t) }

func (r *rtype) PkgPath() string { return typePkg(r.t) }

func (r *rtype) Size() uintptr { return uintptr(typeSize(r.t)) }

func (r *rtype) Align() int { return typeAlign(r.t) }

func (r *rtype) FieldAlign() int { return typeAlign(r.t) }

func (r *rtype) Comparable() bool { return typeComparable(r.t) }

func (r *rtype) Bits() int {
	kind := r.kind()
	if kind < Int || kind > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + r.String())
	}
	return int(r.Size()) * 8
}

func (r *rtype) must(kind Kind, method string) {
	if r.kind() != kind {
		panic("reflect: " + method + " of non-" + kind.String() + " type " + r.String())
	}
}

func (r *rtype) ChanDir() ChanDir {
	r.must(Chan, "ChanDir")
	return ChanDir(typeDir(r.t))
}

func (r *rtype) Elem() Type {
	switch r.kind() {
	case Array, Chan, Map, Pointer, Slice:
		return r.elem()
	}
	panic("reflect: Elem of invalid type " + r.String())
}

func (r *rtype) elem() *rtype { return typeFor(typeElem(r.t)) }

func (r *rtype) Key() Type {
	r.must(Map, "Key")
	return typeFor(typeKey(r.t))
}

func (r *rtype) Len() int {
	r.must(Array, "Len")
	return typeLen(r.t)
}

func (r *rtype) IsVariadic() bool {
	r.must(Func, "IsVariadic")
	return typeVariadic(r.t)
}

func (r *rtype) NumIn() int {
	r.must(Func, "NumIn")
	return numIn(r.t)
}

func (r *rtype) In(i int) Type {
	r.must(Func, "In")
	return typeFor(in(r.t, i))
}

func (r *rtype) NumOut() int {
	r.must(Func, "NumOut")
	return numOut(r.t)
}

func (r *rtype) Out(i int) Type {
	r.must(Func, "Out")
	return typeFor(out(r.t, i))
}

// Ins gives the types of the parameters.
func (r *rtype) Ins() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for i := range r.NumIn() {
			if !yield(r.In(i)) {
				return
			}
		}
	}
}

// Outs gives the types of the results.
func (r *rtype) Outs() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for i := range r.NumOut() {
			if !yield(r.Out(i)) {
				return
			}
		}
	}
}

func (r *rtype) OverflowInt(x int64) bool {
	switch r.kind() {
	case Int, Int8, Int16, Int32, Int64:
		return overflowInt(r.t, x)
	}
	panic("reflect: OverflowInt of non-int type " + r.String())
}

func (r *rtype) OverflowUint(x uint64) bool {
	switch r.kind() {
	case Uint, Uintptr, Uint8, Uint16, Uint32, Uint64:
		return overflowUint(r.t, x)
	}
	panic("reflect: OverflowUint of non-uint type " + r.String())
}

func (r *rtype) OverflowFloat(x float64) bool {
	switch r.kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + r.String())
}

func (r *rtype) OverflowComplex(x complex128) bool {
	switch r.kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + r.String())
}

func (r *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implements(r.t, u.common().t)
}

func (r *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(r.t, u.common().t)
}

func (r *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertible(r.t, u.common().t)
}

// CanSeq tells whether Value.Seq goes over values of this type.
func (r *rtype) CanSeq() bool {
	kind := r.kind()
	return Int <= kind && kind <= Uintptr || kind == Chan || kind == Func && r.isSeq(1) || kind != Func && r.CanSeq2()
}

func (r *rtype) CanSeq2() bool {
	switch r.kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return r.isSeq(2)
	case Pointer:
		return r.elem().kind() == Array
	}
	return false
}

// isSeq tells whether r is func(yield func(…) bool) with n values.
func (r *rtype) isSeq(n int) bool {
	if numIn(r.t) != 1 || numOut(r.t) != 0 {
		return false
	}
	yield := typeFor(in(r.t, 0))
	return yield.kind() == Func && numIn(yield.t) == n && numOut(yield.t) == 1 && typeKind(out(yield.t, 0)) == int(Bool)
}

// A Method is a method of a type. Func takes the receiver first; for an interface type there is none.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

// IsExported tells whether m is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

func (r *rtype) NumMethod() int { return numMethod(r.t) }

func (r *rtype) Method(i int) (m Method) {
	if i < 0 || i >= numMethod(r.t) {
		panic("reflect: Method index out of range")
	}
	name, pkg, signature := methodAt(r.t, i)
	m = Method{Name: name, PkgPath: pkg, Index: i}
	if r.kind() == Interface {
		m.Type = typeFor(signature)
		return m
	}
	t := typeFor(withReceiver(r.t, signature))
	m.Type = t
	m.Func = Value{t, methodExpression(r.t, i), flag(Func)}
	return m
}

// Methods gives the methods in order.
func (r *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range r.NumMethod() {
			if !yield(r.Method(i)) {
				return
			}
		}
	}
}

func (r *rtype) MethodByName(name string) (m Method, ok bool) {
	i := methodIndex(r.t, name)
	if i < 0 {
		return Method{}, false
	}
	return r.Method(i), true
}

// A StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string // of a field that is not exported
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

// IsExported tells whether f is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the string behind a field: key:"value" pairs by convention.
type StructTag string

// Get returns the value for a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup returns the value for a key and whether there is one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for rest != "" {
		i := 0
		for i < len(rest) && rest[i] == ' ' {
			i++
		}
		rest = rest[i:]
		i = 0
		for i < len(rest) && rest[i] > ' ' && rest[i] != ':' && rest[i] != '"' && rest[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(rest) || rest[i] != ':' || rest[i+1] != '"' {
			break
		}
		name := rest[:i]
		rest = rest[i+1:]
		i = 1
		for i < len(rest) && rest[i] != '"' {
			if rest[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(rest) {
			break
		}
		quoted := rest[:i+1]
		rest = rest[i+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
	return "", false
}

func (r *rtype) NumField() int {
	r.must(Struct, "NumField")
	return numField(r.t)
}

func (r *rtype) Field(i int) StructField {
	r.must(Struct, "Field")
	if i < 0 || i >= numField(r.t) {
		panic("reflect: Field index out of bounds")
	}
	name, pkg, t, tag, offset, embedded := fieldAt(r.t, i)
	return StructField{name, pkg, typeFor(t), StructTag(tag), uintptr(offset), []int{i}, embedded}
}

// Fields gives the fields in order.
func (r *rtype) Fields() iter.Seq[StructField] {
	return func(yield func(StructField) bool) {
		for i := range r.NumField() {
			if !yield(r.Field(i)) {
				return
			}
		}
	}
}

func (r *rtype) FieldByIndex(index []int) StructField {
	var f StructField
	var t Type = r
	for i, x := range index {
		if i > 0 {
			if t.Kind() == Pointer && t.Elem().Kind() == Struct {
				t = t.Elem()
			}
		}
		f = t.Field(x)
		t = f.Type
	}
	return f
}

func (r *rtype) FieldByName(name string) (StructField, bool) {
	r.must(Struct, "FieldByName")
	// A field of r itself hides those of embedded structs.
	hasEmbedded := false
	for i := range numField(r.t) {
		fieldName, _, _, _, _, embedded := fieldAt(r.t, i)
		if fieldName == name {
			return r.Field(i), true
		}
		hasEmbedded = hasEmbedded || embedded
	}
	if !hasEmbedded {
		return StructField{}, false
	}
	return r.FieldByNameFunc(func(s string) bool { return s == name })
}

// A level is an embedded struct that FieldByNameFunc has come to.
type level struct {
	t     *rtype
	index []int
}

// FieldByNameFunc goes through the embedded structs depth by depth. Two matches at one depth hide each other.
func (r *rtype) FieldByNameFunc(match func(string) bool) (result StructField, ok bool) {
	r.must(Struct, "FieldByNameFunc")
	current := []level(nil)
	next := []level{{r, nil}}
	visited := map[*rtype]bool{}
	counts := map[*rtype]int{}
	for len(next) > 0 {
		current, next = next, nil
		before := counts
		counts = map[*rtype]int{}
		for _, scan := range current {
			if visited[scan.t] {
				continue
			}
			visited[scan.t] = true
			for i := range numField(scan.t.t) {
				name, _, t, _, _, embedded := fieldAt(scan.t.t, i)
				fieldType := typeFor(t)
				var inner *rtype
				if embedded {
					inner = fieldType
					if inner.kind() == Pointer {
						inner = inner.elem()
					}
				}
				if match(name) {
					if before[scan.t] > 1 || ok {
						return StructField{}, false
					}
					result = scan.t.Field(i)
					result.Index = append(append([]int(nil), scan.index...), i)
					ok = true
					continue
				}
				if ok || inner == nil || inner.kind() != Struct {
					continue
				}
				if counts[inner] > 0 {
					counts[inner] = 2
					continue
				}
				counts[inner] = 1
				if before[scan.t] > 1 {
					counts[inner] = 2
				}
				next = append(next, level{inner, append(append([]int(nil), scan.index...), i)})
			}
		}
		if ok {
			break
		}
	}
	return result, ok
}

// VisibleFields returns all fields of a struct type, those of embedded structs behind them included.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
	collectFields(t, nil, map[Type]bool{}, &all)
	var visible []StructField
	for _, f := range all {
		found, ok := t.FieldByName(f.Name)
		if ok && sameIndex(found.Index, f.Index) {
			visible = append(visible, f)
		}
	}
	return visible
}

func collectFields(t Type, index []int, inside map[Type]bool, all *[]StructField) {
	if inside[t] {
		return
	}
	inside[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = append(append([]int(nil), index...), i)
		*all = append(*all, f)
		if f.Anonymous {
			inner := f.Type
			if inner.Kind() == Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() == Struct {
				collectFields(inner, f.Index, inside, all)
			}
		}
	}
	delete(inside, t)
}

func sameIndex(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// PointerTo returns *t.
func PointerTo(t Type) Type { return typeFor(pointerTo(t.common().t)) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf returns []t.
func SliceOf(t Type) Type { return typeFor(sliceOf(t.common().t)) }

// ArrayOf returns [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	if size := exactSize(elem.common()); size > 0 && uintptr(length) > ^uintptr(0)/size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return typeFor(arrayOf(length, elem.common().t))
}

// MapOf returns map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return typeFor(mapOf(key.common().t, elem.common().t))
}

// ChanOf returns chan t with a direction.
func ChanOf(dir ChanDir, t Type) Type {
	if t.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	return typeFor(chanOf(int(dir), t.common().t))
}

// FuncOf returns a function type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	if len(in)+len(out) > 128 {
		panic("reflect.FuncOf: too many arguments")
	}
	return typeFor(funcOf(descriptors(in), descriptors(out), variadic))
}

func descriptors(types []Type) []descriptor {
	list := make([]descriptor, len(types))
	for i, t := range types {
		list[i] = t.common().t
	}
	return list
}
