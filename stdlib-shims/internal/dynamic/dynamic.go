// Package dynamic looks into values whose type is known only at run time. It is what fmt, errors and reflect
// share: thin functions over the runtime's type descriptors, without the weight of reflect's types.
//
// A Type is a descriptor of the runtime. A Value is what a variable of that type holds in JavaScript: for an
// interface type that is the interface value itself, for any other type the bare, unboxed representation.
package dynamic

import "unsafe"

type (
	Type  = unsafe.Pointer
	Value = unsafe.Pointer
)

// The kinds of types, with reflect's numbers.
const (
	Invalid = iota
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

// TypeOf returns the dynamic type of x, nil where x is nil.
//
//js:native typeOf reads
func TypeOf(x any) Type

// ValueOf returns the value in x without its box.
//
//js:native valueOf reads
func ValueOf(x any) Value

// Box makes an interface value of a value of type t.
//
//js:native boxed reads
func Box(t Type, v Value) any

// The next functions say that a bare value is what it is.

//js:native same reads
func AsAny(v Value) any

//js:native same reads
func AsBool(v Value) bool

// AsInt serves every signed kind.
//
//js:native same reads
func AsInt(v Value) int64

// AsUint serves every unsigned kind.
//
//js:native asUint reads
func AsUint(v Value) uint

//js:native same reads
func AsFloat(v Value) float64

//js:native same reads
func AsComplex(v Value) complex128

//js:native same reads
func AsString(v Value) string

//js:native same reads
func AsBytes(v Value) []byte

//js:native kind reads
func Kind(t Type) int

//js:native text reads
func Text(t Type) string

//js:native name reads
func Name(t Type) string

//js:native pkgPath reads
func PkgPath(t Type) string

//js:native elem reads
func Elem(t Type) Type

//js:native key reads
func Key(t Type) Type

// Len returns the length of a value of kind Array, Slice, Map, String or Chan.
//
//js:native len reads
func Len(t Type, v Value) int

// Index returns an element of a slice or array; i must be in range.
//
//js:native index reads
func Index(t Type, v Value, i int) Value

//js:native numField reads
func NumField(t Type) int

//js:native fieldName reads
func FieldName(t Type, i int) string

//js:native fieldType reads
func FieldType(t Type, i int) Type

//js:native fieldExported reads
func FieldExported(t Type, i int) bool

//js:native field reads
func Field(t Type, v Value, i int) Value

// MapEntries returns keys and elements of a map, in the same order.
//
//js:native mapEntries reads
func MapEntries(v Value) (keys, elems []Value)

// IsNil tells whether a value of a kind that has nil is nil.
//
//js:native isNil reads
func IsNil(v Value) bool

// Load returns what a pointer of type t points to. A struct or array is not copied.
//
//js:native load reads
func Load(t Type, pointer Value) Value

// Store assigns v to what a pointer of type t points to.
//
//js:native store
func Store(t Type, pointer, v Value)

// Address invents an address for an object, the same at each call.
//
//js:native address reads
func Address(v Value) uint

// Implements tells whether a type has the methods of an interface type.
//
//js:native implementsType reads
func Implements(t, iface Type) bool

// IsReflectValue tells whether t is reflect.Value.
//
//js:native isReflectValue reads
func IsReflectValue(t Type) bool
