import { panicNil } from "./panic.js";
import { indexOutOfRange, nilSlice, Slice } from "./slice.js";
import { byteString, stringToBytes } from "./string.js";

// Pointers other than those to structs and arrays: objects with a property `v`.

/** A variable whose address is taken, and the pointer to it. @template T */
export class Box {
  /** @param {T} v */
  constructor(v) {
    this.v = v;
  }
}

/** A pointer to a place within an object: such pointers are equal when they lead to the same place. */
export class PlacePointer {
  /** @param {any} object @param {string | number} key */
  constructor(object, key) {
    this.object = object;
    this.key = key;
  }
}

// The accessors are not shared: V8 tells property names from indices by the place in the code.

/** A pointer to a field of a struct. */
export class FieldPointer extends PlacePointer {
  get v() {
    return this.object[this.key];
  }

  set v(value) {
    this.object[this.key] = value;
  }
}

/** A pointer to an element of a backing array. */
export class ElementPointer extends PlacePointer {
  get v() {
    return this.object[this.key];
  }

  set v(value) {
    this.object[this.key] = value;
  }
}

/** Go: &x.f. @param {any} object @param {string} key @returns {FieldPointer} */
export function fieldPointer(object, key) {
  if (object === null) panicNil();
  return new FieldPointer(object, key);
}

/** Go: &s[i]. @param {Slice} s @param {any} i @returns {ElementPointer} */
export function elementPointer(s, i) {
  if (!(i >= 0 && i < s.length)) indexOutOfRange(i, s.length);
  return new ElementPointer(s.array, s.offset + i);
}

/** Go: &a[i]. @param {any} array @param {any} i @returns {ElementPointer} */
export function arrayElementPointer(array, i) {
  if (!(i >= 0 && i < array.length)) indexOutOfRange(i, array.length);
  return new ElementPointer(array, i);
}

/** spec: "Two pointer values are equal if they point to the same variable or if both have value nil."
 * @param {any} a @param {any} b @returns {boolean} */
export function samePointer(a, b) {
  return a === b || (a instanceof PlacePointer && b instanceof PlacePointer && a.object === b.object && a.key === b.key);
}

/** The pointer itself, unless it is nil. @template T @param {T} p @returns {T} */
export function notNil(p) {
  return p === null ? panicNil() : p;
}

/** Go: unsafe.String(ptr, n). @param {ElementPointer | null} p @param {any} n @returns {string} */
export function unsafeString(p, n) {
  return p === null ? "" : byteString(p.object.subarray(Number(p.key), Number(p.key) + Number(n)));
}

/** Go: unsafe.StringData(s). @param {string} s @returns {ElementPointer | null} */
export function unsafeStringData(s) {
  return s === "" ? null : new ElementPointer(stringToBytes(s).array, 0);
}

/** Go: unsafe.Slice(ptr, n). @param {any} p @param {any} n @returns {Slice} */
export function unsafeSlice(p, n) {
  if (p === null) return nilSlice;
  const length = Number(n);
  return p instanceof ElementPointer ? new Slice(p.object, Number(p.key), length, length) : new Slice([p], 0, length, length);
}

/** Go: unsafe.SliceData(s). @param {Slice} s @returns {ElementPointer | null} */
export function unsafeSliceData(s) {
  return s === nilSlice ? null : new ElementPointer(s.array, s.offset);
}
