import { panicNil } from "./panic.js";
import { indexOutOfRange, Slice } from "./slice.js";

/** @typedef {import("./type.js").Type} Type */

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

/** A pointer to a bool in a backing array, which holds 0 or 1. */
class BoolPointer extends ElementPointer {
  get v() {
    return this.object[this.key] !== 0;
  }

  set v(value) {
    this.object[this.key] = value ? 1 : 0;
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

/** Go: &s[i] of a []bool, from a pointer to what the backing array holds. @param {ElementPointer | null} p @returns {ElementPointer | null} */
export function boolPointer(p) {
  return p === null ? null : new BoolPointer(p.object, p.key);
}

/** The element that a place of a backing array holds. @param {Type} elem @param {any} array @param {any} i @returns {any} */
export function elementAt(elem, array, i) {
  return elem.kind === 1 ? array[i] !== 0 : array[i];
}

/** A pointer to a place of a backing array. @param {Type} elem @param {any} array @param {any} i @returns {ElementPointer} */
export function pointerToElement(elem, array, i) {
  return elem.kind === 1 ? new BoolPointer(array, i) : new ElementPointer(array, i);
}

/** spec: "Two pointer values are equal if they point to the same variable or if both have value nil."
 * @param {any} a @param {any} b @returns {boolean} */
export function samePointer(a, b) {
  return a === b || (a instanceof PlacePointer && b instanceof PlacePointer && (a.object === b.object ? a.key === b.key : samePlace(a, b)));
}

/** The same, for places in different objects, which may be views of one array.
 * @param {PlacePointer} a @param {PlacePointer} b @returns {boolean} */
function samePlace(a, b) {
  const [base, at] = placeOf(a.object, a.key), [otherBase, otherAt] = placeOf(b.object, b.key);
  return base === otherBase && at === otherAt;
}

/** Go: &s[i] == &t[j]. @param {Slice} s @param {any} i @param {Slice} t @param {any} j @returns {boolean} */
export function sameElement(s, i, t, j) {
  if (!(i >= 0 && i < s.length)) indexOutOfRange(i, s.length);
  if (!(j >= 0 && j < t.length)) indexOutOfRange(j, t.length);
  if (s.array === t.array) return s.offset + i === t.offset + j;
  return !(isItself(s.array) && isItself(t.array)) && samePointer(elementPointer(s, i), elementPointer(t, j));
}

/** Whether an array is no view of anything. @param {any} array @returns {boolean} */
function isItself(array) {
  return Array.isArray(array) && /** @type {any} */ (array).$window === undefined && /** @type {any} */ (array).$origin === undefined;
}

/** What an array is a view of, or a view of a struct, and the place in that. @param {any} object @param {any} key
 * @returns {[any, any]} */
export function placeOf(object, key) {
  if (ArrayBuffer.isView(object)) return [object.buffer, object.byteOffset + Number(key) * /** @type {any} */ (object).BYTES_PER_ELEMENT];
  const view = object.$window;
  return view === undefined ? [object.$origin ?? object, key] : [view.target, view.offset + Number(key)];
}

/** The pointer itself, unless it is nil. @template T @param {T} p @returns {T} */
export function notNil(p) {
  return p === null ? panicNil() : p;
}
