import {
  pointerAddress, typed, untyped, Slice, nilSlice, nilMap, sliceOf, Box, FieldPointer, elementAt, pointerToElement, KeyMap, Complex, unwrap, equal as equalInterfaces,
  makeSlice, subslice, sliceArray, substring, appendSlice, append1, copySlice, copyString, clearSlice, extend,
  pointerAs, unsafeSlice, unsafeSliceData, runtimeError, panic, typeOf,
  stringToBytes, bytesToString, stringToRunes, runesToString, runeToString, sliceToArray, sliceToArrayPointer,
  makeChan, chanLen, chanCap, send, receive2, trySend, canSend, tryReceive, receivedValue, close, select, parked, parking,
  toInt8, toInt16, toInt32, toInt64, toUint8, toUint16, toUint32, toUint64, toUint, floatToInt64, floatToUint64, floatToUint,
} from "goes:runtime";

const INT8 = 3, INT16 = 4, INT32 = 5, UINT = 7, UINT8 = 8, UINT16 = 9, UINT32 = 10, UINT64 = 11, UINTPTR = 12, FLOAT32 = 13, FLOAT64 = 14,
  COMPLEX64 = 15, COMPLEX128 = 16, ARRAY = 17, INTERFACE = 20, POINTER = 22, SLICE = 23, STRING = 24, STRUCT = 25;

export function same(x) {
  return x;
}

export function load(pointer) {
  return pointer.v;
}

export function storeTo(pointer, x) {
  pointer.v = x;
}

export function assign(type, target, source) {
  type.assign(target, source);
}

export function clone(type, x) {
  return type.clone(x);
}

export function zero(type) {
  return type.zero();
}

function isAggregate(type) {
  return type.kind === STRUCT || type.kind === ARRAY;
}

/** A pointer to a new variable: the object itself for structs and arrays. */
export function newVariable(type) {
  return isAggregate(type) ? type.zero() : new Box(type.zero());
}

export function unwrapped(i) {
  return unwrap(i);
}

export function boxed(type, x) {
  return type.wrap(x);
}

export function asUint64(x) {
  return BigInt(x);
}

export function integerOf(kind, x) {
  switch (kind) {
    case INT8:
      return toInt8(x);
    case INT16:
      return toInt16(x);
    case INT32:
      return toInt32(x);
    case UINT8:
      return toUint8(x);
    case UINT16:
      return toUint16(x);
    case UINT32:
      return toUint32(x);
    case UINT64:
      return toUint64(x);
    case UINT:
    case UINTPTR:
      return toUint(x);
    default:
      return toInt64(x);
  }
}

export function isNil(x) {
  return x === null || x === nilSlice || x === nilMap;
}

export function isZero(type, x) {
  switch (type.kind) {
    case ARRAY:
      for (let i = 0; i < type.len; i++) if (!isZero(type.elem, x[i])) return false;
      return true;
    case STRUCT:
      return type.fields.every(({ name, type, jsName }) => name === "_" || isZero(type, x[jsName]));
    case COMPLEX64:
    case COMPLEX128:
      return x.re === 0 && x.im === 0;
    default:
      return x === type.zero();
  }
}

export function equal(type, a, b) {
  return type.kind === INTERFACE ? equalInterfaces(a, b) : type.equal(a, b);
}

export function equalValues(type, a, b) {
  const { kind, len } = type;
  if (kind === INTERFACE) {
    const dynamic = a === null ? null : typeOf(a);
    return dynamic === null || b === null || dynamic !== typeOf(b) ? a === b : equalValues(dynamic, unwrap(a), unwrap(b));
  }
  if (kind === STRUCT) return type.fields.every((f) => equalValues(f.type, a[f.jsName], b[f.jsName]));
  if (kind === ARRAY && len > 0) {
    for (let i = 0; i < len; i++) if (!equalValues(type.elem, a[i], b[i])) return false;
    return true;
  }
  return type.isComparable ? type.equal(a, b) : panic(`reflect.Value.Equal: values of type ${type.text} are not comparable`);
}

export function converted(from, to, x) {
  const kind = to.kind;
  if (kind === STRING && from.kind !== STRING) {
    if (from.kind !== SLICE) return runeToString(x);
    return from.elem.kind === UINT8 ? bytesToString(x) : runesToString(x);
  }
  if (from.kind === STRING && kind === SLICE) return to.elem.kind === UINT8 ? stringToBytes(x) : stringToRunes(x);
  if (from.kind === SLICE && kind === ARRAY) return sliceToArray(to.elem.elements, x, to.len);
  if (from.kind === SLICE && kind === POINTER) return sliceToArrayPointer(x, to.elem.len);
  if (kind === STRUCT) return structAs(from, to, x);
  if (kind === POINTER && to.elem.kind === STRUCT && from.kind === POINTER) return pointerAs(x, to.elem.class);
  return convertedNumber(from.kind, kind, x);
}

export function structAs(from, to, x) {
  return to.kind !== STRUCT || from.class === to.class ? x : new to.class(...from.fields.map((field) => field.type.clone(x[field.jsName])));
}

function convertedNumber(from, to, x) {
  const fromFloat = from === FLOAT32 || from === FLOAT64;
  if (to === FLOAT32) return Math.fround(Number(x));
  if (to === FLOAT64) return Number(x);
  if (to === COMPLEX64) return new Complex(Math.fround(x.re), Math.fround(x.im));
  if (to < 2 || to > UINTPTR) return x;
  if (!fromFloat) return integerOf(to, x);
  if (to === UINT64) return floatToUint64(x);
  if (to === UINT || to === UINTPTR) return floatToUint(x);
  return integerOf(to, floatToInt64(x));
}

export function field(type, x, i) {
  return x[type.fields[i].jsName];
}

export function fieldPointer(type, x, i) {
  return new FieldPointer(x, type.fields[i].jsName);
}

export function address(x) {
  return x === null || typeof x !== "object" && typeof x !== "function" ? 0 : pointerAddress(x);
}

/** The address of a variable of a type. */
export function addressAs(type, pointer) {
  return pointerAddress(untyped(pointer, type));
}

/** A pointer to a variable of a type, from an unsafe.Pointer. */
export function pointerOf(type, pointer) {
  return typed(pointer, type);
}

export function pointerIn(x) {
  if (x instanceof Slice) return unsafeSliceData(x);
  return x === nilMap ? null : x;
}

export function methodCode() {
  return methodCode;
}

export function sliceLen(x) {
  return x.length;
}

export function sliceCap(x) {
  return x.capacity;
}

export function mapLen(x) {
  return x.size;
}

export function chanLength(x) {
  return chanLen(x);
}

export function chanCapacity(x) {
  return chanCap(x);
}

export function sliceElem(x, i) {
  return x.array[x.offset + i];
}

export function sliceElemPointer(elem, x, i) {
  return pointerToElement(elem, x.array, x.offset + i);
}

export function arrayElem(elem, x, i) {
  return elementAt(elem, x, i);
}

export function arrayElemPointer(elem, x, i) {
  return pointerToElement(elem, x, i);
}

export function stringByte(x, i) {
  return x.charCodeAt(i);
}

export function makeSliceOf(elem, length, capacity) {
  return makeSlice(elem.elements, length, capacity);
}

export function sliceArrayOf(array, low, high, max) {
  return sliceArray(array, low, high, max);
}

export function sliceFrom(elem, p, n) {
  const slice = unsafeSlice(p, n, elem.elements), bytes = elem.size * slice.length;
  const isBeyond = bytes >= 281474976710656 || p?.$address !== undefined && Number(p.$address) + bytes > 18446744073709551615;
  return isBeyond ? runtimeError("unsafe.Slice: len out of range") : slice;
}

export function subsliceOf(elem, x, low, high, max) {
  return subslice(elem.elements, x, low, high, max);
}

export function substringOf(x, low, high) {
  return substring(x, low, high);
}

export function appendOne(elem, s, x) {
  return append1(elem.elements, s, x);
}

export function appendAll(elem, s, t) {
  return appendSlice(elem.elements, s, t);
}

export function growSlice(elem, s, n) {
  if (s.length + n <= s.capacity) return s;
  const grown = extend(elem.elements, s, n);
  return subslice(elem.elements, grown, 0, s.length);
}

export function copyElems(elem, target, source) {
  return copySlice(elem.elements, target, source);
}

export function copyText(target, source) {
  return copyString(target, source);
}

export function clearElems(elem, s) {
  clearSlice(elem.elements, s);
}

/** Whether JavaScript's Map compares keys of a kind as Go does. */
function isPlainKey(type) {
  const { kind } = type;
  if (kind === POINTER) return isAggregate(type.elem);
  return kind <= UINTPTR || kind === STRING || kind === 18;
}

export function makeMapOf(type) {
  return isPlainKey(type.key) ? new Map() : new KeyMap(type.key);
}

export function mapGet(map, key) {
  const x = map.get(key);
  return x === undefined ? [null, false] : [x, true];
}

export function mapSet(map, key, x) {
  map.set(key, x);
}

export function mapDelete(map, key) {
  map.delete(key);
}

export function mapClear(map) {
  map.clear();
}

export function mapIterator(map) {
  return map[Symbol.iterator]();
}

export function mapNext(iterator) {
  const { value, done } = iterator.next();
  return done ? [null, null, false] : [value[0], value[1], true];
}

export function makeChanOf(elem, capacity) {
  return makeChan(elem.elements, capacity);
}

export function chanSend(ch, x) {
  return send(ch, x);
}

export function chanReceive(ch) {
  return receive2(ch);
}

export function chanTrySend(ch, x) {
  if (ch === null || !canSend(ch)) return false;
  return trySend(ch, x);
}

export function chanTryReceive(ch) {
  const ok = ch === null ? undefined : tryReceive(ch);
  return ok === undefined ? [null, false, false] : [receivedValue(), true, ok];
}

export function chanClose(ch) {
  close(ch);
}

export function selectCases(chans, values, isSend, hasDefault) {
  const cases = [];
  for (let i = 0; i < chans.length; i++) {
    const ch = chans.array[chans.offset + i];
    cases.push(isSend.array[isSend.offset + i] ? [ch, values.array[values.offset + i]] : [ch]);
  }
  return select(cases, hasDefault);
}

export function callFunc(fn, args) {
  return fn(...args.array.slice(args.offset, args.offset + args.length));
}

/** One of n results of a call: none give undefined, one itself, several an array. */
export function resultAt(results, n, i) {
  return n === 1 ? results : results[i];
}

/** A function for compiled code that hands its arguments to fn as a slice. */
export function makeFuncOf(fn) {
  return parking(function* (...args) {
    let results = fn(sliceOf(args));
    if (results === parked) results = yield;
    const { array, offset, length } = results;
    return length === 0 ? undefined : length === 1 ? array[offset] : array.slice(offset, offset + length);
  });
}

/** The function that a loop over a function is given. */
export function makeYieldOf(fn) {
  return (...args) => fn(sliceOf(args));
}
