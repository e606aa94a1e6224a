// Package js gives access to the JavaScript that the program runs in.
//
// Strings are converted at the border; everything else is handed over as it is.
package js

import "unsafe"

// ref is a JavaScript value. nil stands for undefined and a marker for null, so that the zero Value is undefined.
type ref = unsafe.Pointer

// A Value is a JavaScript value. The zero Value is undefined.
type Value struct {
	_   [0]func() // not comparable
	ref ref
}

// An Error is a JavaScript exception as a Go error.
type Error struct {
	Value
}

func (e Error) Error() string {
	return "JavaScript error: " + e.Get("message").String()
}

// A Type is the type of a Value.
type Type int

const (
	TypeUndefined Type = iota
	TypeNull
	TypeBoolean
	TypeNumber
	TypeString
	TypeSymbol
	TypeObject
	TypeFunction
)

var typeNames = [...]string{"undefined", "null", "boolean", "number", "string", "symbol", "object", "function"}

func (t Type) String() string {
	if t < 0 || int(t) >= len(typeNames) {
		panic("bad type")
	}
	return typeNames[t]
}

func (t Type) isObject() bool { return t == TypeObject || t == TypeFunction }

// A ValueError is a method called on a Value that does not have it.
type ValueError struct {
	Method string
	Type   Type
}

func (e *ValueError) Error() string {
	return "syscall/js: call of " + e.Method + " on " + e.Type.String()
}

// Undefined returns undefined.
func Undefined() Value { return Value{} }

// Null returns null.
func Null() Value { return Value{ref: null()} }

// Global returns globalThis.
func Global() Value { return Value{ref: global()} }

// ValueOf returns x as a JavaScript value: Value and Func are what they stand for, nil is null, numbers, booleans and
// strings are converted, []any and map[string]any become arrays and objects.
func ValueOf(x any) Value {
	switch x := x.(type) {
	case nil:
		return Null()
	case Func:
		return x.Value
	case Value:
		return x
	case unsafe.Pointer:
		return Value{ref: x}
	case string:
		return Value{ref: ofString(x)}
	case map[string]any:
		object := Value{ref: newObject()}
		for name, property := range x {
			object.Set(name, property)
		}
		return object
	case []any:
		array := Value{ref: newArray(len(x))}
		for i := range x {
			array.SetIndex(i, x[i])
		}
		return array
	}
	primitive, ok := ofPrimitive(x)
	if !ok {
		panic("ValueOf: invalid value")
	}
	return Value{ref: primitive}
}

func refs(args []any) []ref {
	list := make([]ref, len(args))
	for i, arg := range args {
		list[i] = ValueOf(arg).ref
	}
	return list
}

// Equal tells whether v and w are the same by ===.
func (v Value) Equal(w Value) bool { return strictlyEqual(v.ref, w.ref) }

// IsUndefined tells whether v is undefined.
func (v Value) IsUndefined() bool { return v.Type() == TypeUndefined }

// IsNull tells whether v is null.
func (v Value) IsNull() bool { return v.Type() == TypeNull }

// IsNaN tells whether v is NaN.
func (v Value) IsNaN() bool { return isNaN(v.ref) }

// Type returns the type of v.
func (v Value) Type() Type { return Type(typeOf(v.ref)) }

// Truthy tells whether JavaScript takes v for true.
func (v Value) Truthy() bool { return truthy(v.ref) }

// Get returns the property p of v.
func (v Value) Get(p string) Value {
	v.mustBeObject("Value.Get")
	return Value{ref: get(v.ref, p)}
}

// Set sets the property p of v.
func (v Value) Set(p string, x any) {
	v.mustBeObject("Value.Set")
	set(v.ref, p, ValueOf(x).ref)
}

// Delete removes the property p of v.
func (v Value) Delete(p string) {
	v.mustBeObject("Value.Delete")
	remove(v.ref, p)
}

// Index returns the element i of v.
func (v Value) Index(i int) Value {
	v.mustBeObject("Value.Index")
	return Value{ref: index(v.ref, i)}
}

// SetIndex sets the element i of v.
func (v Value) SetIndex(i int, x any) {
	v.mustBeObject("Value.SetIndex")
	setIndex(v.ref, i, ValueOf(x).ref)
}

// Length returns the property length of v.
func (v Value) Length() int {
	v.mustBeObject("Value.Length")
	return length(v.ref)
}

func (v Value) mustBeObject(method string) {
	if t := v.Type(); !t.isObject() {
		panic(&ValueError{method, t})
	}
}

// Call calls the method m of v. It panics with an Error where JavaScript throws.
func (v Value) Call(m string, args ...any) Value {
	v.mustBeObject("Value.Call")
	if fn := v.Get(m); fn.Type() != TypeFunction {
		panic("syscall/js: Value.Call: property " + m + " is not a function, got " + fn.Type().String())
	}
	return outcome(call(v.ref, m, refs(args)))
}

// Invoke calls the function v. It panics with an Error where JavaScript throws.
func (v Value) Invoke(args ...any) Value {
	if t := v.Type(); t != TypeFunction {
		panic(&ValueError{"Value.Invoke", t})
	}
	return outcome(invoke(v.ref, refs(args)))
}

// New calls v as a constructor. It panics with an Error where JavaScript throws.
func (v Value) New(args ...any) Value {
	if t := v.Type(); t != TypeFunction {
		panic(&ValueError{"Value.Invoke", t})
	}
	return outcome(construct(v.ref, refs(args)))
}

func outcome(result ref, threw bool) Value {
	if threw {
		panic(Error{Value{ref: result}})
	}
	return Value{ref: result}
}

// Float returns the number v.
func (v Value) Float() float64 { return v.number("Value.Float") }

// Int returns the number v without its fraction.
func (v Value) Int() int { return int(v.number("Value.Int")) }

func (v Value) number(method string) float64 {
	if t := v.Type(); t != TypeNumber {
		panic(&ValueError{method, t})
	}
	return number(v.ref)
}

// Bool returns the boolean v.
func (v Value) Bool() bool {
	if t := v.Type(); t != TypeBoolean {
		panic(&ValueError{"Value.Bool", t})
	}
	return truthy(v.ref)
}

// String returns the string v; for other types a text like <number: 5>.
func (v Value) String() string {
	switch t := v.Type(); t {
	case TypeString:
		return text(v.ref)
	case TypeNumber, TypeBoolean:
		return "<" + t.String() + ": " + text(v.ref) + ">"
	default:
		return "<" + t.String() + ">"
	}
}

// InstanceOf tells whether v is an instance of t.
func (v Value) InstanceOf(t Value) bool { return instanceOf(v.ref, t.ref) }

// CopyBytesToGo copies bytes of src, a Uint8Array or Uint8ClampedArray, to dst and returns how many.
func CopyBytesToGo(dst []byte, src Value) int {
	return copied(bytesToGo(dst, src.ref))("CopyBytesToGo: expected src")
}

// CopyBytesToJS copies bytes of src to dst, a Uint8Array or Uint8ClampedArray, and returns how many.
func CopyBytesToJS(dst Value, src []byte) int {
	return copied(bytesToJS(dst.ref, src))("CopyBytesToJS: expected dst")
}

func copied(n int, ok bool) func(expected string) int {
	return func(expected string) int {
		if !ok {
			panic("syscall/js: " + expected + " to be a Uint8Array or Uint8ClampedArray")
		}
		return n
	}
}

// A Func is a Go function as a JavaScript function.
type Func struct {
	Value
}

// FuncOf returns fn as a JavaScript function. Each call is a goroutine of its own; where fn has to wait, JavaScript
// goes on with undefined. Release it when it is not needed any more: until then, the program is not taken for deadlocked.
func FuncOf(fn func(this Value, args []Value) any) Func {
	return Func{Value{ref: makeFunc(func(this ref, args []ref) ref {
		values := make([]Value, len(args))
		for i, arg := range args {
			values[i] = Value{ref: arg}
		}
		return ValueOf(fn(Value{ref: this}, values)).ref
	})}}
}

// Release says that f will not be called any more.
func (f Func) Release() {
	release(f.ref)
}

//js:native jsNull
func null() ref

//js:native jsGlobal
func global() ref

// ofPrimitive converts booleans and numbers of predeclared types.
//
//js:native ofPrimitive
func ofPrimitive(x any) (primitive ref, ok bool)

//js:native ofString
func ofString(x string) ref

//js:native newArray
func newArray(n int) ref

//js:native newObject
func newObject() ref

//js:native strictlyEqual
func strictlyEqual(v, w ref) bool

//js:native isNaNumber
func isNaN(v ref) bool

//js:native typeNumber
func typeOf(v ref) int

//js:native truthy
func truthy(v ref) bool

//js:native getProperty
func get(v ref, p string) ref

//js:native setProperty
func set(v ref, p string, x ref)

//js:native removeProperty
func remove(v ref, p string)

//js:native getIndex
func index(v ref, i int) ref

//js:native setIndex
func setIndex(v ref, i int, x ref)

//js:native lengthOf
func length(v ref) int

//js:native callMethod
func call(v ref, m string, args []ref) (result ref, threw bool)

//js:native invoke
func invoke(v ref, args []ref) (result ref, threw bool)

//js:native construct
func construct(v ref, args []ref) (result ref, threw bool)

//js:native toNumber
func number(v ref) float64

//js:native toText
func text(v ref) string

//js:native instanceOf
func instanceOf(v, t ref) bool

//js:native bytesToGo
func bytesToGo(dst []byte, src ref) (n int, ok bool)

//js:native bytesToJS
func bytesToJS(dst ref, src []byte) (n int, ok bool)

//js:native makeFunc starts
func makeFunc(fn func(this ref, args []ref) ref) ref

//js:native release
func release(f ref)
