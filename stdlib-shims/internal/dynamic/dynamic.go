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
//js:native typeOf
func TypeOf(x any) Type

// ValueOf returns the value in x without its box.
//
//js:native valueOf
func ValueOf(x any) Value

// Box makes an interface value of a value of type t.
//
//js:native boxed
func Box(t Type, v Value) any

// The next functions say that a bare value is what it is.

//js:native same
func AsAny(v Value) any

//js:native same
func AsBool(v Value) bool

// AsInt serves every signed kind.
//
//js:native same
func AsInt(v Value) int64

// AsUint serves every unsigned kind.
//
//js:native asUint
func AsUint(v Value) uint

//js:native same
func AsFloat(v Value) float64

//js:native same
func AsComplex(v Value) complex128

//js:native same
func AsString(v Value) string

//js:native same
func AsBytes(v Value) []byte

//js:native kind
func Kind(t Type) int

//js:native text
func Text(t Type) string

//js:native name
func Name(t Type) string

//js:native pkgPath
func PkgPath(t Type) string

//js:native elem
func Elem(t Type) Type

//js:native key
func Key(t Type) Type

// Len returns the length of a value of kind Array, Slice, Map, String or Chan.
//
//js:native len
func Len(t Type, v Value) int

// Index returns an element of a slice or array; i must be in range.
//
//js:native index
func Index(t Type, v Value, i int) Value

//js:native numField
func NumField(t Type) int

//js:native fieldName
func FieldName(t Type, i int) string

//js:native fieldType
func FieldType(t Type, i int) Type

//js:native fieldExported
func FieldExported(t Type, i int) bool

//js:native field
func Field(t Type, v Value, i int) Value

// MapEntries returns keys and elements of a map, in the same order.
//
//js:native mapEntries
func MapEntries(v Value) (keys, elems []Value)

// IsNil tells whether a value of a kind that has nil is nil.
//
//js:native isNil
func IsNil(v Value) bool

// Load returns what a pointer of type t points to. A struct or array is not copied.
//
//js:native load
func Load(t Type, pointer Value) Value

// Store assigns v to what a pointer of type t points to.
//
//js:native store
func Store(t Type, pointer, v Value)

// Address invents an address for an object, the same at each call.
//
//js:native address
func Address(v Value) uint

// Implements tells whether a type has the methods of an interface type.
//
//js:native implementsType
func Implements(t, iface Type) bool

// IsReflectValue tells whether t is reflect.Value.
//
//js:native isReflectValue
func IsReflectValue(t Type) bool
