import { indexOutOfRange } from "./slice.js";

/** @param {any} a @param {any} i @returns {any} */
export function arrayIndex(a, i) {
  if (!(i >= 0 && i < a.length)) indexOutOfRange(i, a.length);
  return a[i];
}

/** @param {any} a @param {any} i @param {any} value */
export function setArrayIndex(a, i, value) {
  if (!(i >= 0 && i < a.length)) indexOutOfRange(i, a.length);
  a[i] = value;
}

/** Copies an array element by element into another. @param {any} dst @param {any} src
 * @param {(d: any, s: any) => void} [assign] for elements that are objects of their own */
export function arrayAssign(dst, src, assign) {
  const n = dst.length;
  // The two may be parts of one typed array that overlap.
  if (assign === undefined && ArrayBuffer.isView(src)) /** @type {any} */ (dst).set(src);
  else if (assign === undefined) for (let i = 0; i < n; i++) dst[i] = src[i];
  else if (dst !== src) for (let i = 0; i < n; i++) assign(dst[i], src[i]);
}

/** A copy of an array. @param {any} a @param {(v: any) => any} [clone] for elements that are objects of their own @returns {any} */
export function arrayClone(a, clone) {
  const copy = a.slice();
  if (clone !== undefined) for (let i = 0; i < copy.length; i++) copy[i] = clone(copy[i]);
  return copy;
}

/** spec: "Two array values are equal if their corresponding element values are equal."
 * @param {any} a @param {any} b @param {(x: any, y: any) => boolean} [equals] @returns {boolean} */
export function arrayEqual(a, b, equals) {
  for (let i = 0; i < a.length; i++) {
    if (equals === undefined ? a[i] !== b[i] : !equals(a[i], b[i])) return false;
  }
  return true;
}

/** The array, with the elements given by index and value. @param {any} array @param {...any} pairs @returns {any} */
export function setElements(array, ...pairs) {
  for (let i = 0; i < pairs.length; i += 2) array[pairs[i]] = pairs[i + 1];
  return array;
}
