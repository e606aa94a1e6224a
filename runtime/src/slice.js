import { boundsError, panicNil, runtimeError } from "./panic.js";

/** @typedef {import("./elements.js").Elements<any>} Kind */

/** A slice header: a window on a backing array. Immutable unless the emitter knows its only owner. */
export class Slice {
  /** @param {any} array @param {number} offset @param {number} length @param {number} capacity */
  constructor(array, offset, length, capacity) {
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.capacity = capacity;
  }
}

/** The nil slice of every type. */
export const nilSlice = new Slice([], 0, 0, 0);

/** A slice of a whole array. @param {any} array @returns {Slice} */
export function sliceOf(array) {
  const n = array.length;
  return new Slice(array, 0, n, n);
}

/** With fewer rows, or walks down them, there is nothing to gain from a table of rows. */
const FEW_ROWS = 12;

/** The least length of the first n slices of a window on an array, which n times are to be walked down: 0 if there are fewer,
 * if it is not worth it, or if one does not start where its array does.
 * @param {Slice[]} array @param {number} offset @param {number} length @param {number} n @param {number} times @returns {number} */
export function leastLength(array, offset, length, n, times) {
  if (n > length || n < FEW_ROWS || times < FEW_ROWS) return 0;
  let least = array[offset].length;
  for (let i = 0; i < n && least > 0; i++) {
    const row = array[offset + i];
    if (row.offset !== 0) return 0;
    if (row.length < least) least = row.length;
  }
  return least;
}

/** The backing arrays of these slices; none if the least length is 0.
 * @param {Slice[]} array @param {number} offset @param {number} n @param {number} width @returns {any[]} */
export function rowArrays(array, offset, n, width) {
  if (width === 0) return [];
  /** @type {any[]} */
  const rows = array.slice(offset, offset + n);
  for (let i = 0; i < n; i++) rows[i] = rows[i].array;
  return rows;
}

/** Panics for an index. @param {number | bigint} i @param {number} [length] @returns {never} */
export function indexOutOfRange(i, length) {
  return boundsError(`index out of range [${i}]` + (i < 0 ? "" : ` with length ${length}`));
}

/** @param {Slice} s @param {any} i @returns {any} */
export function index(s, i) {
  if (!(i >= 0 && i < s.length)) indexOutOfRange(i, s.length);
  return s.array[s.offset + i];
}

/** @param {Slice} s @param {any} i @param {any} value */
export function setIndex(s, i, value) {
  if (!(i >= 0 && i < s.length)) indexOutOfRange(i, s.length);
  s.array[s.offset + i] = value;
}

/** The index itself, if it is within a length. @param {any} i @param {number} length @returns {number} */
export function checkIndex(i, length) {
  return i >= 0 && i < length ? i : indexOutOfRange(i, length);
}

/** The greatest length of a slice whose elements have that size: its bytes must fit the address space.
 * @param {Kind} kind @returns {number} */
function maxLength(kind) {
  return kind.size === 0 ? 9007199254740991 : Math.min(281474976710656 / kind.size, 4294967295);
}

/** Go: make([]T, length, capacity). @param {Kind} kind @param {any} length @param {any} [capacity] @returns {Slice} */
export function makeSlice(kind, length, capacity = length) {
  if (!(length >= 0 && length <= maxLength(kind))) runtimeError("makeslice: len out of range");
  if (!(capacity >= length && capacity <= maxLength(kind))) runtimeError("makeslice: cap out of range");
  return new Slice(kind.make(kind.typed ? capacity : length), 0, length, capacity);
}

/** The sizes of memory blocks that Go's allocator hands out. */
const sizeClasses = [
  8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768,
  896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472,
  9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
];

/** The size of the block that Go would allocate. @param {number} bytes @param {boolean} hasPointers @returns {number} */
function blockSize(bytes, hasPointers) {
  if (bytes > 32760) return Math.ceil(bytes / 8192) * 8192;
  const header = hasPointers && bytes > 512 ? 8 : 0;
  let low = 0, high = sizeClasses.length - 1;
  while (low < high) {
    const middle = low + high >> 1;
    if (sizeClasses[middle] < bytes + header) low = middle + 1;
    else high = middle;
  }
  return sizeClasses[low] - header;
}

/** The capacity that append chooses, as Go's runtime does, since programs print it.
 * @param {Kind} kind @param {number} length wanted @param {number} old capacity @returns {number} */
export function grownCapacity(kind, length, old) {
  let capacity = old;
  if (length > 2 * old) capacity = length;
  else if (old < 256) capacity = 2 * old;
  else while (capacity < length) capacity += capacity + 768 >>> 2;
  if (kind.size === 0) return length;
  return Math.floor(blockSize(capacity * kind.size, kind.hasPointers) / kind.size);
}

/** The slice with room for more elements, which are still to be put there. The backing array is new if it must be.
 * @param {Kind} kind @param {Slice} s @param {number} extra @returns {Slice} */
export function extend(kind, s, extra) {
  const length = s.length + extra;
  if (length <= s.capacity) return new Slice(s.array, s.offset, length, s.capacity);
  const capacity = grownCapacity(kind, length, s.capacity), end = s.offset + s.length;
  let array;
  if (kind.typed) {
    array = new kind.typedArray(capacity);
    // nilSlice has a plain array.
    if (s.length > 0) array.set(s.array.subarray(s.offset, end));
  } else {
    array = capacity < 256 || capacity > 33554432 ? s.array.slice(s.offset, end) : copyInto(new Array(capacity), s.array, s.offset, s.length);
    if (kind.isOwned) for (let i = 0; i < s.length; i++) array[i] = kind.clone(array[i]);
  }
  return new Slice(array, 0, length, capacity);
}

/** Copies n elements to the beginning of an array that has room for more: V8 need not make it grow bit by bit.
 * @param {any[]} to @param {any[]} from @param {number} start @param {number} n @returns {any[]} */
function copyInto(to, from, start, n) {
  for (let i = 0; i < n; i++) to[i] = from[start + i];
  return to;
}

/** Go: append(s, values…). @param {Kind} kind @param {Slice} s @param {...any} values @returns {Slice} */
export function append(kind, s, ...values) {
  if (values.length === 1) return append1(kind, s, values[0]);
  if (values.length === 0) return s;
  const grown = extend(kind, s, values.length), start = grown.offset + s.length;
  for (let i = 0; i < values.length; i++) {
    if (kind.isOwned) kind.put(grown.array, start + i, values[i]);
    else grown.array[start + i] = values[i];
  }
  return grown;
}

/** Go: append(s, value). @param {Kind} kind @param {Slice} s @param {any} value @returns {Slice} */
export function append1(kind, s, value) {
  const { length, array } = s;
  if (length < s.capacity && !kind.isOwned) {
    // Two places in the code, so that V8 sees few kinds of arrays at each.
    if (array instanceof Uint8Array) array[s.offset + length] = value;
    else array[s.offset + length] = value;
    return new Slice(array, s.offset, length + 1, s.capacity);
  }
  const grown = extend(kind, s, 1);
  kind.put(grown.array, grown.offset + length, value);
  return grown;
}

/** Go: s = append(s, value), where nobody else has the header. @param {Kind} kind @param {Slice} s @param {any} value @returns {Slice} */
export function push(kind, s, value) {
  const { length, array } = s;
  if (length < s.capacity) {
    if (kind.isOwned) kind.put(array, s.offset + length, value);
    // As in append1.
    else if (array instanceof Uint8Array) array[s.offset + length] = value;
    else array[s.offset + length] = value;
    s.length = length + 1;
    return s;
  }
  const grown = extend(kind, s, 1);
  kind.put(grown.array, grown.offset + length, value);
  return grown;
}

/** Go: s = s[:high], where nobody else has the header. @param {Kind} kind @param {Slice} s @param {any} high @returns {Slice} */
export function truncate(kind, s, high) {
  if (!(high >= 0 && high <= s.capacity)) boundsOutOfRange(0, high, s.capacity, "capacity");
  if (high > s.length && !kind.typed) fillAbsent(kind, s.array, s.offset + s.length, s.offset + high);
  if (s.capacity > 0) s.length = high;
  return s;
}

/** Go: s = s[low:], where nobody else has the header. @param {Slice} s @param {any} low @returns {Slice} */
export function advance(s, low) {
  if (!(low >= 0 && low <= s.length)) boundsOutOfRange(low, s.length, s.capacity, "capacity");
  if (s.capacity > 0) {
    s.offset += low;
    s.length -= low;
    s.capacity -= low;
  }
  return s;
}

/** A header of its own for a slice. @param {Slice} s @returns {Slice} */
export function ownHeader(s) {
  return s.capacity === 0 ? s : new Slice(s.array, s.offset, s.length, s.capacity);
}

/** Go: append(s, t...). @param {Kind} kind @param {Slice} s @param {Slice} t @returns {Slice} */
export function appendSlice(kind, s, t) {
  if (t.length === 0) return s;
  const grown = extend(kind, s, t.length);
  move(kind, grown.array, grown.offset + s.length, t.array, t.offset, t.length);
  return grown;
}

/** Typed arrays that are different objects may have memory in common. */
let isMemoryShared = false;

/** From now on, typed arrays may have memory in common. */
export function sharesMemory() {
  isMemoryShared = true;
}

/** Copies n elements, which may overlap. @param {Kind} kind @param {any} to @param {number} at @param {any} from @param {number} start @param {number} n */
function move(kind, to, at, from, start, n) {
  if (kind.typed && (n > 16 || isMemoryShared && to !== from)) {
    to.set(from.subarray(start, start + n), at);
  } else if (kind.isOwned) {
    // Where ranges overlap, an element must be read before it is written.
    if (at <= start || at >= start + n) for (let i = 0; i < n; i++) kind.put(to, at + i, kind.clone(from[start + i]));
    else {
      if (to.length < at + n) kind.fill(to, to.length, at + n);
      for (let i = n - 1; i >= 0; i--) kind.put(to, at + i, kind.clone(from[start + i]));
    }
  } else if (to !== from || at <= start || at >= start + n) {
    for (let i = 0; i < n; i++) to[at + i] = from[start + i];
  } else {
    if (to.length < at + n && !kind.typed) kind.fill(to, to.length, at + n);
    for (let i = n - 1; i >= 0; i--) to[at + i] = from[start + i];
  }
}

/** Go: copy(dst, src). @param {Kind} kind @param {Slice} dst @param {Slice} src @returns {number} */
export function copySlice(kind, dst, src) {
  const n = Math.min(dst.length, src.length);
  if (n > 0) move(kind, dst.array, dst.offset, src.array, src.offset, n);
  return n;
}

/** Go: clear(s). @param {Kind} kind @param {Slice} s */
export function clearSlice(kind, s) {
  const { array, offset } = s, end = offset + s.length;
  if (kind.isOwned) for (let i = offset; i < end; i++) kind.put(array, i, kind.zero());
  else array.fill(kind.value, offset, end);
}

/** Panics for the bounds of a slice expression s[low:high].
 * @param {any} low @param {any} high @param {number} limit @param {string} limitName @returns {never} */
export function boundsOutOfRange(low, high, limit, limitName) {
  if (high < 0) boundsError(`slice bounds out of range [:${high}]`);
  if (high > limit) boundsError(`slice bounds out of range [:${high}] with ${limitName} ${limit}`);
  if (low < 0) boundsError(`slice bounds out of range [${low}:]`);
  return boundsError(`slice bounds out of range [${low}:${high}]`);
}

/** Panics for the bounds of a slice expression s[low:high:max].
 * @param {any} low @param {any} high @param {any} maximum @param {number} limit @param {string} limitName @returns {never} */
function bounds3OutOfRange(low, high, maximum, limit, limitName) {
  if (maximum < 0) boundsError(`slice bounds out of range [::${maximum}]`);
  if (maximum > limit) boundsError(`slice bounds out of range [::${maximum}] with ${limitName} ${limit}`);
  if (high < 0) boundsError(`slice bounds out of range [:${high}:]`);
  if (high > maximum) boundsError(`slice bounds out of range [:${high}:${maximum}]`);
  if (low < 0) boundsError(`slice bounds out of range [${low}::]`);
  return boundsError(`slice bounds out of range [${low}:${high}:]`);
}

/** Go: s[low:high:max]. Elements beyond the length that were never written come into being as zero values.
 * @param {Kind} kind @param {Slice} s @param {any} [low] @param {any} [high] @param {any} [maximum] @returns {Slice} */
export function subslice(kind, s, low = 0, high = s.length, maximum = undefined) {
  const { array, offset, capacity } = s;
  if (maximum === undefined) {
    if (!(low >= 0 && low <= high && high <= capacity)) boundsOutOfRange(low, high, capacity, "capacity");
  } else if (!(low >= 0 && low <= high && high <= maximum && maximum <= capacity)) bounds3OutOfRange(low, high, maximum, capacity, "capacity");
  if (high > s.length && !kind.typed) fillAbsent(kind, array, offset + s.length, offset + high);
  if (capacity === 0) return s;
  return new Slice(array, offset + low, high - low, (maximum ?? capacity) - low);
}

/** Puts zero values where nothing was ever written. @param {Kind} kind @param {any[]} array @param {number} start @param {number} end */
function fillAbsent(kind, array, start, end) {
  for (let i = start; i < end; i++) if (array[i] === undefined) array[i] = kind.zero();
}

/** Go: s[low:]. @param {Slice} s @param {any} low @returns {Slice} */
export function sliceFrom(s, low) {
  if (!(low >= 0 && low <= s.length)) boundsOutOfRange(low, s.length, s.capacity, "capacity");
  return s.capacity === 0 ? s : new Slice(s.array, s.offset + low, s.length - low, s.capacity - low);
}

/** Go: a[low:high:max] of an array, by its pointer. @param {any} array @param {any} [low] @param {any} [high] @param {any} [maximum] @returns {Slice} */
export function sliceArray(array, low = 0, high = undefined, maximum = undefined) {
  if (array === null) panicNil();
  const n = array.length, end = high ?? n;
  if (maximum === undefined) {
    if (!(low >= 0 && low <= end && end <= n)) boundsOutOfRange(low, end, n, "length");
  } else if (!(low >= 0 && low <= end && end <= maximum && maximum <= n)) bounds3OutOfRange(low, end, maximum, n, "length");
  return new Slice(array, low, end - low, (maximum ?? n) - low);
}

/** Go: [n]T(s), a fresh array. @param {Kind} kind @param {Slice} s @param {number} n @returns {any} */
export function sliceToArray(kind, s, n) {
  if (s.length < n) boundsError(`cannot convert slice with length ${s.length} to array or pointer to array with length ${n}`);
  const array = s.array.slice(s.offset, s.offset + n);
  if (s.capacity === 0) return kind.make(n);
  if (kind.isOwned) for (let i = 0; i < n; i++) array[i] = kind.clone(array[i]);
  return array;
}

/** Go: (*[n]T)(s). Only a slice that begins where its backing array does can be seen as an array, unless that is a
 * typed array. @param {Slice} s @param {number} n @returns {any} */
export function sliceToArrayPointer(s, n) {
  if (s.length < n) boundsError(`cannot convert slice with length ${s.length} to array or pointer to array with length ${n}`);
  if (s === nilSlice) return null;
  const { array, offset } = s;
  if (offset === 0 && array.length === n) return array;
  if (ArrayBuffer.isView(array)) {
    sharesMemory();
    return /** @type {any} */ (array).subarray(offset, offset + n);
  }
  return new Proxy(array, new ArrayWindow(offset, n));
}

/** The handler that makes a part of an Array look like an Array of its own. */
class ArrayWindow {
  /** @param {number} offset @param {number} length */
  constructor(offset, length) {
    this.offset = offset;
    this.length = length;
  }

  /** @param {any} target @param {string | symbol} key */
  get(target, key) {
    if (key === "length") return this.length;
    if (key === "$window") return { target, offset: this.offset };
    return typeof key === "string" && /^\d+$/.test(key) ? target[this.offset + Number(key)] : Reflect.get(Array.prototype, key);
  }

  /** @param {any} target @param {string | symbol} key @param {any} value */
  set(target, key, value) {
    target[this.offset + Number(key)] = value;
    return true;
  }
}
