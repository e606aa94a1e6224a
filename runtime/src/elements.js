import { arrayAssign } from "./array.js";
import { complexZero } from "./complex.js";
import { nilMap } from "./map.js";
import { nilSlice } from "./slice.js";

/**
 * What append, make, reslicing and copying need to know of an element type.
 * @template T
 */
export class Elements {
  /**
   * @param {T} value the zero value, for kinds whose values are immutable
   * @param {number} size in bytes, as Go has it: decides how capacities grow
   * @param {boolean} hasPointers decides that too
   * @param {any} typedArray the class of backing arrays, null for Array
   * @param {(() => T) | null} makeZero for kinds whose places own their objects: a fresh zero value
   * @param {((v: T) => T) | null} copy for such kinds: a copy
   */
  constructor(value, size, hasPointers, typedArray = null, makeZero = null, copy = null) {
    this.value = value;
    this.size = size;
    this.hasPointers = hasPointers;
    this.typedArray = typedArray;
    this.makeZero = makeZero;
    this.copy = copy;
    this.typed = typedArray !== null;
    /** Elements are structs or arrays: each place has an object of its own. */
    this.isOwned = copy !== null;
    /** As many as have been asked for. */
    this.some = [value];
  }

  /** @returns {T} */
  zero() {
    return this.makeZero === null ? this.value : this.makeZero();
  }

  /** @param {T} v @returns {T} */
  clone(v) {
    return this.copy === null ? v : this.copy(v);
  }

  /** An array of n zero values. @param {number} n @returns {any} */
  make(n) {
    if (this.typedArray !== null) return new this.typedArray(n);
    if (n > 33554432) {
      const array = [];
      this.fill(array, 0, n);
      return array;
    }
    const array = this.values(n);
    if (this.makeZero !== null) this.fill(array, 0, n);
    return array;
  }

  /** An array of n times the value. It is made of parts of another one: a copy of memory, which has no holes for V8, so that
   * reading its elements needs no check for them. @param {number} n @returns {any[]} */
  values(n) {
    const size = 16384;
    while (this.some.length < size && this.some.length < n) this.some = this.some.concat(this.some);
    const some = this.some;
    return n <= size ? some.slice(0, n) : some.concat(...new Array(Math.floor(n / size) - 1).fill(some), some.slice(0, n % size));
  }

  /** Puts zero values at start … end−1. @param {any} array @param {number} start @param {number} end */
  fill(array, start, end) {
    const { value, makeZero } = this;
    if (makeZero === null) for (let i = start; i < end; i++) array[i] = value;
    else for (let i = start; i < end; i++) array[i] = makeZero();
  }

  /** Assigns to a place that may hold an object whose address is known. The value is the place's to keep.
   * @param {any} array @param {number} i @param {T} v */
  put(array, i, v) {
    const old = this.isOwned ? array[i] : undefined;
    if (old === undefined || old === null) array[i] = v;
    else if (typeof old.$assign === "function") old.$assign(v);
    else if (Array.isArray(old) || ArrayBuffer.isView(old)) arrayAssign(old, v);
    else array[i] = v;
  }
}

/** Elements that are structs or arrays. @template T @param {() => T} makeZero @param {(v: T) => T} copy
 * @param {number} [size] @param {boolean} [hasPointers] @returns {Elements<T>} */
export function elements(makeZero, copy, size = 16, hasPointers = true) {
  return new Elements(/** @type {any} */ (null), size, hasPointers, null, makeZero, copy);
}

/** int, int64, uint, uintptr */
export const NUMBER = new Elements(0, 8, false);
/** uint64 */
export const BIGINT = new Elements(0n, 8, false, BigUint64Array);
export const STRING = new Elements("", 16, true);
/** Backing arrays hold 0 and 1. */
export const BOOL = new Elements(false, 1, false, Uint8Array);
/** Pointers, functions and channels. */
export const NULL = new Elements(/** @type {any} */ (null), 8, true);
/** Interfaces. */
export const INTERFACE = new Elements(/** @type {any} */ (null), 16, true);
export const SLICES = new Elements(nilSlice, 24, true);
export const MAPS = new Elements(nilMap, 8, true);
/** complex128 */
export const COMPLEX = new Elements(complexZero, 16, false);
/** complex64 */
export const COMPLEX64 = new Elements(complexZero, 8, false);
export const INT8 = new Elements(0, 1, false, Int8Array);
export const INT16 = new Elements(0, 2, false, Int16Array);
export const INT32 = new Elements(0, 4, false, Int32Array);
export const UINT8 = new Elements(0, 1, false, Uint8Array);
export const UINT16 = new Elements(0, 2, false, Uint16Array);
export const UINT32 = new Elements(0, 4, false, Uint32Array);
export const FLOAT32 = new Elements(0, 4, false, Float32Array);
export const FLOAT64 = new Elements(0, 8, false, Float64Array);
