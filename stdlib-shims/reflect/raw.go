package reflect

//js:native load reads
func load(pointer raw) raw

//js:native storeTo
func storeTo(pointer, x raw)

//js:native storeTo
func storeBool(pointer raw, x bool)

//js:native storeTo
func storeFloat(pointer raw, x float64)

//js:native storeTo
func storeComplex(pointer raw, x complex128)

//js:native storeTo
func storeString(pointer raw, x string)

//js:native storeTo
func storeBytes(pointer raw, x []byte)

//js:native assign
func assign(t descriptor, target, source raw)

//js:native clone reads
func clone(t descriptor, x raw) raw

//js:native zero reads
func zero(t descriptor) raw

//js:native newVariable reads
func newVariable(t descriptor) raw

//js:native unwrapped reads
func unwrapped(i any) raw

//js:native boxed reads
func box(t descriptor, x raw) any

//js:native same reads
func asAny(x raw) any

//js:native same reads
func asRaw(i any) raw

//js:native same reads
func asBool(x raw) bool

//js:native same reads
func asInt(x raw) int64

//js:native asUint64 reads
func asUint64(x raw) uint64

//js:native same reads
func asFloat(x raw) float64

//js:native same reads
func asComplex(x raw) complex128

//js:native same reads
func asString(x raw) string

//js:native same reads
func asBytes(x raw) []byte

//js:native same reads
func rawInt(x int64) raw

//js:native same reads
func rawUint(x uint64) raw

// integerOf cuts an integer to the size of a kind.
//
//js:native integerOf reads
func integerOf(kind int, x raw) raw

//js:native isNil reads
func isNil(x raw) bool

//js:native isZero reads
func isZero(t descriptor, x raw) bool

//js:native equal reads
func equal(t descriptor, a, b raw) bool

// equalValues panics at what cannot be compared.
//
//js:native equalValues reads
func equalValues(t descriptor, a, b raw) bool

//js:native converted reads
func converted(from, to descriptor, x raw) raw

// structAs gives a struct the class of another type with the same fields; other values stay as they are.
//
//js:native structAs reads
func structAs(from, to descriptor, x raw) raw

//js:native field reads
func field(t descriptor, x raw, i int) raw

//js:native fieldPointer reads
func fieldPointer(t descriptor, x raw, i int) raw

//js:native address reads
func address(x raw) uintptr

// addressAs returns the address of a variable of a type.
//
//js:native addressAs reads
func addressAs(t descriptor, pointer raw) uintptr

// pointerOf makes of an unsafe.Pointer one to a variable of a type.
//
//js:native pointerOf reads
func pointerOf(t descriptor, pointer raw) raw

// pointerIn returns the pointer in a value: that to the first element of a slice.
//
//js:native pointerIn reads
func pointerIn(x raw) raw

// methodCode stands for the code of all functions that Method gives.
//
//js:native methodCode reads
func methodCode() raw

//js:native sliceLen reads
func sliceLen(x raw) int

//js:native sliceCap reads
func sliceCap(x raw) int

//js:native mapLen reads
func mapLen(x raw) int

//js:native chanLength reads
func chanLength(x raw) int

//js:native chanCapacity reads
func chanCapacity(x raw) int

//js:native sliceElem reads
func sliceElem(x raw, i int) raw

//js:native sliceElemPointer reads
func sliceElemPointer(elem descriptor, x raw, i int) raw

//js:native arrayElem reads
func arrayElem(elem descriptor, x raw, i int) raw

//js:native arrayElemPointer reads
func arrayElemPointer(elem descriptor, x raw, i int) raw

//js:native stringByte reads
func stringByte(x raw, i int) raw

//js:native makeSliceOf reads
func makeSlice(elem descriptor, length, capacity int) raw

//js:native sliceArrayOf reads
func sliceArray(array raw, low, high, max int) raw

//js:native subsliceOf reads
func subslice(elem descriptor, x raw, low, high, max int) raw

//js:native sliceFrom reads
func sliceFrom(elem descriptor, p raw, n int) raw

//js:native substringOf reads
func substring(x raw, low, high int) raw

//js:native appendOne
func appendOne(elem descriptor, s, x raw) raw

//js:native appendAll
func appendAll(elem descriptor, s, t raw) raw

//js:native growSlice reads
func growSlice(elem descriptor, s raw, n int) raw

//js:native copyElems
func copyElems(elem descriptor, target, source raw) int

//js:native copyText
func copyText(target, source raw) int

//js:native clearElems
func clearElems(elem descriptor, s raw)

//js:native makeMapOf reads
func makeMap(t descriptor) raw

//js:native mapGet reads
func mapGet(m, key raw) (x raw, ok bool)

//js:native mapSet reads
func mapSet(m, key, x raw)

//js:native mapDelete reads
func mapDelete(m, key raw)

//js:native mapClear reads
func mapClear(m raw)

//js:native mapIterator reads
func mapIterator(m raw) raw

//js:native mapNext reads
func mapNext(iterator raw) (key, x raw, ok bool)

//js:native makeChanOf reads
func makeChan(elem descriptor, capacity int) raw

//js:native chanSend waits
func chanSend(ch, x raw)

//js:native chanReceive waits
func chanReceive(ch raw) (x raw, ok bool)

//js:native chanTrySend reads
func chanTrySend(ch, x raw) bool

//js:native chanTryReceive reads
func chanTryReceive(ch raw) (x raw, received, ok bool)

//js:native chanClose reads
func chanClose(ch raw)

//js:native selectCases waits
func selectCases(chans, values []raw, isSend []bool, hasDefault bool) (chosen int, x raw, ok bool)

//js:native callFunc calls
func callFunc(fn raw, args []raw) raw

//js:native resultAt reads
func resultAt(results raw, n, i int) raw

//js:native makeFuncOf makes
func makeFunc(fn func(args []raw) []raw) raw

//js:native makeYieldOf makes
func makeYield(fn func(args []raw) bool) raw
