package reflect

//js:native load
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

//js:native clone
func clone(t descriptor, x raw) raw

//js:native zero
func zero(t descriptor) raw

//js:native newVariable
func newVariable(t descriptor) raw

//js:native unwrapped
func unwrapped(i any) raw

//js:native boxed
func box(t descriptor, x raw) any

//js:native same
func asAny(x raw) any

//js:native same
func asRaw(i any) raw

//js:native same
func asBool(x raw) bool

//js:native same
func asInt(x raw) int64

//js:native asUint64
func asUint64(x raw) uint64

//js:native same
func asFloat(x raw) float64

//js:native same
func asComplex(x raw) complex128

//js:native same
func asString(x raw) string

//js:native same
func asBytes(x raw) []byte

//js:native same
func rawInt(x int64) raw

//js:native same
func rawUint(x uint64) raw

// integerOf cuts an integer to the size of a kind.
//
//js:native integerOf
func integerOf(kind int, x raw) raw

//js:native isNil
func isNil(x raw) bool

//js:native isZero
func isZero(t descriptor, x raw) bool

//js:native equal
func equal(t descriptor, a, b raw) bool

//js:native converted
func converted(from, to descriptor, x raw) raw

//js:native field
func field(t descriptor, x raw, i int) raw

//js:native fieldPointer
func fieldPointer(t descriptor, x raw, i int) raw

//js:native address
func address(x raw) uintptr

//js:native sliceLen
func sliceLen(x raw) int

//js:native sliceCap
func sliceCap(x raw) int

//js:native mapLen
func mapLen(x raw) int

//js:native chanLength
func chanLength(x raw) int

//js:native chanCapacity
func chanCapacity(x raw) int

//js:native sliceElem
func sliceElem(x raw, i int) raw

//js:native sliceElemPointer
func sliceElemPointer(x raw, i int) raw

//js:native arrayElem
func arrayElem(x raw, i int) raw

//js:native arrayElemPointer
func arrayElemPointer(x raw, i int) raw

//js:native stringByte
func stringByte(x raw, i int) raw

//js:native makeSliceOf
func makeSlice(elem descriptor, length, capacity int) raw

//js:native sliceArrayOf
func sliceArray(array raw, low, high, max int) raw

//js:native subsliceOf
func subslice(elem descriptor, x raw, low, high, max int) raw

//js:native substringOf
func substring(x raw, low, high int) raw

//js:native appendOne
func appendOne(elem descriptor, s, x raw) raw

//js:native appendAll
func appendAll(elem descriptor, s, t raw) raw

//js:native growSlice
func growSlice(elem descriptor, s raw, n int) raw

//js:native copyElems
func copyElems(elem descriptor, target, source raw) int

//js:native copyText
func copyText(target, source raw) int

//js:native clearElems
func clearElems(elem descriptor, s raw)

//js:native makeMapOf
func makeMap(t descriptor) raw

//js:native mapGet
func mapGet(m, key raw) (x raw, ok bool)

//js:native mapSet
func mapSet(m, key, x raw)

//js:native mapDelete
func mapDelete(m, key raw)

//js:native mapClear
func mapClear(m raw)

//js:native mapIterator
func mapIterator(m raw) raw

//js:native mapNext
func mapNext(iterator raw) (key, x raw, ok bool)

//js:native makeChanOf
func makeChan(elem descriptor, capacity int) raw

//js:native chanSend parks
func chanSend(ch, x raw)

//js:native chanReceive parks
func chanReceive(ch raw) (x raw, ok bool)

//js:native chanTrySend
func chanTrySend(ch, x raw) bool

//js:native chanTryReceive
func chanTryReceive(ch raw) (x raw, received, ok bool)

//js:native chanClose
func chanClose(ch raw)

//js:native selectCases parks
func selectCases(chans, values []raw, isSend []bool, hasDefault bool) (chosen int, x raw, ok bool)

//js:native callFunc parks
func callFunc(fn raw, args []raw) raw

//js:native resultAt
func resultAt(results raw, n, i int) raw

//js:native makeFuncOf
func makeFunc(fn func(args []raw) []raw) raw
