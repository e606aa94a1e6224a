import { codeOf } from "./code.js";
import { nilMap } from "./map.js";
import { elementBytes, offsetOfKey, placeIn, sizeOf, surroundings } from "./memory.js";
import { panicNil } from "./panic.js";
import { ElementPointer, FieldPointer, placeOf } from "./pointer.js";
import { nilSlice, Slice } from "./slice.js";
import { StringDataPointer, StringHome } from "./string-data.js";

// JavaScript has no addresses. Objects that are asked for theirs get one each, for good, with room for what is in them.

/** @type {WeakMap<object, number>} */
const addresses = /* @__PURE__ */ new WeakMap();
let nextAddress = 0x600000;

/** @param {any} object @returns {number} */
function baseAddress(object) {
  let found = addresses.get(object);
  if (found === undefined) {
    found = nextAddress;
    // An array in JavaScript may still be shorter than it will be.
    const size = Array.isArray(object) ? 0x10000 + 4 * sizeOf(object) : sizeOf(object);
    nextAddress += 4096 + Math.ceil(size / 4096) * 4096;
    addresses.set(object, found);
  }
  return found;
}

/** The object that holds what x refers to, and where in it, in bytes. @param {any} x @returns {[any, number]} */
function homeOf(x) {
  if (x instanceof StringDataPointer) return x.home;
  if (x instanceof Slice || x instanceof ElementPointer) {
    const array = x instanceof Slice ? x.array : x.object;
    const [object, at] = placeOf(array, x instanceof Slice ? x.offset : x.key);
    return [object, ArrayBuffer.isView(array) ? at : Number(at) * elementBytes(object)];
  }
  if (x instanceof FieldPointer) {
    const [object, key] = placeOf(x.object, x.key);
    return within(object, offsetOfKey(object, key));
  }
  return ArrayBuffer.isView(x) ? placeOf(x, 0) : within(x.$origin ?? x, 0);
}

/** The largest object around a place in another one, and where in it. @param {any} object @param {number} offset in bytes
 * @returns {[any, number]} */
function within(object, offset) {
  const around = surroundings(object);
  return around === undefined ? [object, offset] : within(around[0], around[1] + offset);
}

/** The address of what a pointer, function, map, channel or slice refers to: equal for equal pointers; 0 for nil.
 * @param {any} x @returns {number} */
export function addressOf(x) {
  if (x === null || x === nilSlice || x === nilMap || (typeof x !== "object" && typeof x !== "function")) return 0;
  if (x.$address !== undefined) return x.$address;
  if (typeof x === "function") return baseAddress(codeOf(x)?.fn ?? x);
  const [object, offset] = homeOf(x);
  return baseAddress(object) + offset;
}

/** Objects whose addresses were made integers, by base address, in order. @type {[number, WeakRef<any>][]} */
const homes = [];
/** The pointers that were made integers lately, which keeps alive what they point to: code that does so counts on that for
 * a while. A struct and its first field have one address. @type {Map<number, any>} */
const latest = /* @__PURE__ */ new Map();
/** @type {WeakSet<object>} */
const hasHome = /* @__PURE__ */ new WeakSet();

/** Go: uintptr(unsafe.Pointer(p)); pointerAt leads back. @param {any} x @returns {number} */
export function pointerAddress(x) {
  const address = addressOf(x);
  if (address === 0 || x.$address !== undefined) return address;
  const [object, offset] = typeof x === "function" ? [codeOf(x)?.fn ?? x, 0] : homeOf(x);
  // A string and what it begins with have one address.
  if (!(object instanceof StringHome)) noteLatest(address, x);
  if (!hasHome.has(object)) {
    hasHome.add(object);
    const base = address - offset;
    homes.splice(homes.findLastIndex(([other]) => other < base) + 1, 0, [base, new WeakRef(object)]);
  }
  return address;
}

/** Go: unsafe.Pointer(address): a pointer to what has it, as far as pointerAddress has told it of something near.
 * @param {any} address @returns {any} */
export function pointerAt(address) {
  const at = Number(address);
  if (at === 0) return null;
  const known = latest.get(at);
  // An element that has been replaced lies there no more.
  if (known !== undefined && addressOf(known) === at) return known;
  let low = 0, high = homes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (homes[middle][0] <= at) low = middle + 1;
    else high = middle;
  }
  const [base, home] = homes[low - 1] ?? [0, undefined], object = home?.deref();
  return object === undefined ? wildPointer(address) : placeIn(object, at - base) ?? wildPointer(address);
}

/** A pointer to where nothing is: using it is a fault. @param {any} address @returns {any} */
function wildPointer(address) {
  const wild = new Proxy({ $address: address }, {
    get(target, key) {
      if (key === "$address") return target.$address;
      if (typeof key === "symbol" || key.startsWith("$")) return undefined;
      return panicNil();
    },
  });
  noteLatest(Number(address), wild);
  return wild;
}

/** @param {number} address @param {any} pointer */
function noteLatest(address, pointer) {
  if (latest.size >= 1024) latest.clear();
  latest.set(address, pointer);
}

/** The function that has an address, as far as pointerAddress has given it. @param {any} address @returns {Function | undefined} */
export function functionAt(address) {
  const found = pointerAt(address);
  return typeof found === "function" ? found : undefined;
}
