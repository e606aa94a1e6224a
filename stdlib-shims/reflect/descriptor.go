package reflect

import "unsafe"

// raw is a value as a variable of its type holds it in JavaScript.
type raw = unsafe.Pointer

//js:native typeOf reads
func typeOf(i any) descriptor

//js:native knownType reads
func knownType(t descriptor) unsafe.Pointer

//js:native rememberType reads
func rememberType(t descriptor, r unsafe.Pointer)

//js:native typeKind reads
func typeKind(t descriptor) int

//js:native typeText reads
func typeText(t descriptor) string

//js:native typeName reads
func typeName(t descriptor) string

//js:native typePkg reads
func typePkg(t descriptor) string

//js:native typeSize reads
func typeSize(t descriptor) int

//js:native typeAlign reads
func typeAlign(t descriptor) int

//js:native typeComparable reads
func typeComparable(t descriptor) bool

//js:native typeElem reads
func typeElem(t descriptor) descriptor

//js:native typeKey reads
func typeKey(t descriptor) descriptor

//js:native typeLen reads
func typeLen(t descriptor) int

//js:native typeDir reads
func typeDir(t descriptor) int

//js:native typeVariadic reads
func typeVariadic(t descriptor) bool

//js:native numIn reads
func numIn(t descriptor) int

//js:native inAt reads
func in(t descriptor, i int) descriptor

//js:native numOut reads
func numOut(t descriptor) int

//js:native outAt reads
func out(t descriptor, i int) descriptor

//js:native implementsInterface reads
func implements(t, iface descriptor) bool

//js:native assignable reads
func assignable(t, target descriptor) bool

//js:native convertible reads
func convertible(t, target descriptor) bool

//js:native overflowInt reads
func overflowInt(t descriptor, x int64) bool

//js:native overflowUint reads
func overflowUint(t descriptor, x uint64) bool

//js:native overflowFloat32 reads
func overflowFloat32(x float64) bool

// numMethod counts the exported methods; of an interface type, all.
//
//js:native numMethod reads
func numMethod(t descriptor) int

// countMethods counts the methods, exported or not, that the program has kept.
//
//js:native countMethods reads
func countMethods(t descriptor) int

//js:native methodAt reads
func methodAt(t descriptor, i int) (name, pkg string, signature descriptor)

// methodIndex returns −1 where there is no such method.
//
//js:native methodIndex reads
func methodIndex(t descriptor, name string) int

//js:native withReceiver
func withReceiver(t, signature descriptor) descriptor

//js:native methodExpression makes
func methodExpression(t descriptor, i int) raw

//js:native boundMethod makes
func boundMethod(t descriptor, v raw, i int) raw

//js:native numField reads
func numField(t descriptor) int

//js:native fieldAt reads
func fieldAt(t descriptor, i int) (name, pkg string, fieldType descriptor, tag string, offset int, embedded bool)

//js:native fieldTypeAt reads
func fieldTypeAt(t descriptor, i int) (fieldType descriptor, kind int, exported, embedded bool)

//js:native pointerTo reads
func pointerTo(t descriptor) descriptor

//js:native sliceOf reads
func sliceOf(t descriptor) descriptor

//js:native arrayOf reads
func arrayOf(n int, t descriptor) descriptor

//js:native mapOf reads
func mapOf(key, elem descriptor) descriptor

//js:native chanOf reads
func chanOf(dir int, t descriptor) descriptor

//js:native funcOf reads
func funcOf(in, out []descriptor, variadic bool) descriptor

//js:native structOf reads
func structOf(names, pkgs []string, types []descriptor, tags []string, embedded []bool, text string) descriptor
