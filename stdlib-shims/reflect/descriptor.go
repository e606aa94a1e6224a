package reflect

import "unsafe"

// raw is a value as a variable of its type holds it in JavaScript.
type raw = unsafe.Pointer

//js:native typeOf
func typeOf(i any) descriptor

//js:native knownType
func knownType(t descriptor) unsafe.Pointer

//js:native rememberType
func rememberType(t descriptor, r unsafe.Pointer)

//js:native typeKind
func typeKind(t descriptor) int

//js:native typeText
func typeText(t descriptor) string

//js:native typeName
func typeName(t descriptor) string

//js:native typePkg
func typePkg(t descriptor) string

//js:native typeSize
func typeSize(t descriptor) int

//js:native typeAlign
func typeAlign(t descriptor) int

//js:native typeComparable
func typeComparable(t descriptor) bool

//js:native typeElem
func typeElem(t descriptor) descriptor

//js:native typeKey
func typeKey(t descriptor) descriptor

//js:native typeLen
func typeLen(t descriptor) int

//js:native typeDir
func typeDir(t descriptor) int

//js:native typeVariadic
func typeVariadic(t descriptor) bool

//js:native numIn
func numIn(t descriptor) int

//js:native inAt
func in(t descriptor, i int) descriptor

//js:native numOut
func numOut(t descriptor) int

//js:native outAt
func out(t descriptor, i int) descriptor

//js:native implementsInterface
func implements(t, iface descriptor) bool

//js:native assignable
func assignable(t, target descriptor) bool

//js:native convertible
func convertible(t, target descriptor) bool

//js:native overflowInt
func overflowInt(t descriptor, x int64) bool

//js:native overflowUint
func overflowUint(t descriptor, x uint64) bool

//js:native overflowFloat32
func overflowFloat32(x float64) bool

// numMethod counts the exported methods; of an interface type, all.
//
//js:native numMethod
func numMethod(t descriptor) int

//js:native methodAt
func methodAt(t descriptor, i int) (name, pkg string, signature descriptor)

// methodIndex returns −1 where there is no such method.
//
//js:native methodIndex
func methodIndex(t descriptor, name string) int

//js:native withReceiver
func withReceiver(t, signature descriptor) descriptor

//js:native methodExpression
func methodExpression(t descriptor, i int) raw

//js:native boundMethod
func boundMethod(t descriptor, v raw, i int) raw

//js:native numField
func numField(t descriptor) int

//js:native fieldAt
func fieldAt(t descriptor, i int) (name, pkg string, fieldType descriptor, tag string, offset int, embedded bool)

//js:native fieldTypeAt
func fieldTypeAt(t descriptor, i int) (fieldType descriptor, kind int, exported, embedded bool)

//js:native pointerTo
func pointerTo(t descriptor) descriptor

//js:native sliceOf
func sliceOf(t descriptor) descriptor

//js:native arrayOf
func arrayOf(n int, t descriptor) descriptor

//js:native mapOf
func mapOf(key, elem descriptor) descriptor

//js:native chanOf
func chanOf(dir int, t descriptor) descriptor

//js:native funcOf
func funcOf(in, out []descriptor, variadic bool) descriptor

//js:native structOf
func structOf(names, pkgs []string, types []descriptor, tags []string, embedded []bool) descriptor
