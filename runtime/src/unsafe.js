import { pointerAddress, pointerAt } from "./address.js";
import { canonical, canonicalU } from "./int.js";
import { GoPanic, plainError, runtimeError, RuntimeError } from "./panic.js";
import { ElementPointer, FieldPointer } from "./pointer.js";
import { nilSlice, Slice } from "./slice.js";
import { bytesToString, byteString, stringToBytes } from "./string.js";

// Package unsafe, as far as what there is instead of memory allows.

/** Checks a length for what begins at p. @param {any} p @param {any} n @param {number} size of an element @param {string} name
 * @returns {number} */
function checkedLength(p, n, size, name) {
  const length = Number(n);
  if (!(length >= 0 && length * size < 281474976710656)) return runtimeError(`unsafe.${name}: len out of range`);
  if (p === null && length > 0) return runtimeError(`unsafe.${name}: ptr is nil and len is not zero`);
  if (p !== null && p.$address !== undefined && BigInt(p.$address) + BigInt(length * size) > 18446744073709551616n) return runtimeError(`unsafe.${name}: len out of range`);
  return length;
}

/** Go: unsafe.String(ptr, n). @param {any} p @param {any} n @returns {string} */
export function unsafeString(p, n) {
  const length = checkedLength(p, n, 1, "String");
  if (p?.$address !== undefined) return "\0".repeat(length);
  return p === null || length === 0 ? "" : byteString(p.object.subarray(Number(p.key), Number(p.key) + length));
}

/** Go: unsafe.StringData(s). @param {string} s @returns {ElementPointer | null} */
export function unsafeStringData(s) {
  return s === "" ? null : new ElementPointer(stringToBytes(s).array, 0);
}

/** Go: unsafe.Slice(ptr, n). @param {any} p @param {any} n @returns {Slice} */
export function unsafeSlice(p, n) {
  const length = checkedLength(p, n, 1, "Slice");
  if (p === null) return nilSlice;
  return p instanceof ElementPointer ? new Slice(p.object, Number(p.key), length, length) : new Slice([p], 0, length, length);
}

/** Go: unsafe.SliceData(s). @param {Slice} s @returns {ElementPointer | null} */
export function unsafeSliceData(s) {
  return s === nilSlice ? null : new ElementPointer(s.array, s.offset);
}

/** Go: unsafe.Add(ptr, n). @param {any} p @param {any} n @returns {any} */
export function unsafeAdd(p, n) {
  const by = Number(n);
  if (by === 0) return p;
  if (p instanceof ElementPointer && by % elementBytes(p.object) === 0) {
    const Pointer = /** @type {any} */ (p.constructor);
    return new Pointer(p.object, Number(p.key) + by / elementBytes(p.object));
  }
  return pointerAt(pointerAddress(p) + by);
}

/** @param {any} array @returns {number} */
function elementBytes(array) {
  return array.BYTES_PER_ELEMENT ?? 8;
}

/** A method with a value receiver was called on a nil pointer. @param {string} pkg @param {string} type @param {string} name
 * @returns {never} */
export function panicWrap(pkg, type, name) {
  return plainError(`value method ${pkg}.${type}.${name} called using nil *${type} pointer`);
}

/** Views of structs by the object that they are views of, then by class. @type {WeakMap<object, Map<any, any>>} */
const structViews = /* @__PURE__ */ new WeakMap();

/** Go: (*T)(p), where p points to a struct of another class that begins with fields of the same types. Fields of the
 * pointer that this gives are those of the object. @param {any} p @param {any} cls @returns {any} */
export function pointerAs(p, cls) {
  if (p === null) return null;
  const origin = p.$origin ?? p;
  if (origin.constructor === cls) return origin;
  let byClass = structViews.get(origin);
  if (byClass === undefined) {
    byClass = new Map();
    structViews.set(origin, byClass);
  }
  let view = byClass.get(cls);
  if (view === undefined) {
    view = Object.create(cls.prototype);
    Object.defineProperty(view, "$origin", { value: origin });
    const names = Object.keys(origin);
    for (const [at, property] of Object.keys(new cls()).entries()) {
      const name = names[at];
      Object.defineProperty(view, property, {
        enumerable: true,
        get() {
          return origin[name];
        },
        set(value) {
          origin[name] = value;
        },
      });
    }
    byClass.set(cls, view);
  }
  return view;
}

/** Reads a number from memory. @param {DataView} memory @param {number} at @param {string} layout @returns {any} */
function readMemory(memory, at, layout) {
  switch (layout) {
    case "Int":
      return canonical(memory.getBigInt64(at, true));
    case "Uint":
      return canonicalU(memory.getBigUint64(at, true));
    case "Uint64":
      return memory.getBigUint64(at, true);
    default:
      return /** @type {any} */ (memory)["get" + layout](at, true);
  }
}

/** @param {DataView} memory @param {number} at @param {string} layout @param {any} value */
function writeMemory(memory, at, layout, value) {
  if (/^(Int|Uint|Uint64)$/.test(layout)) memory.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), true);
  else /** @type {any} */ (memory)["set" + layout](at, value, true);
}

/** A pointer to a number that lies in a typed array of other numbers. */
class MemoryPointer {
  /** @param {any} array @param {number} at offset in bytes @param {string} layout */
  constructor(array, at, layout) {
    this.memory = new DataView(array.buffer);
    this.at = at;
    this.layout = layout;
  }

  get v() {
    if (this.at + layoutBytes(this.layout) > this.memory.byteLength) return outsideMemory();
    return readMemory(this.memory, this.at, this.layout);
  }

  set v(value) {
    if (this.at + layoutBytes(this.layout) > this.memory.byteLength) outsideMemory();
    else writeMemory(this.memory, this.at, this.layout, value);
  }
}

/** A pointer to a number that another pointer sees as one of another type. */
class BitsPointer {
  /** @param {any} pointer @param {string} from @param {string} layout */
  constructor(pointer, from, layout) {
    this.pointer = pointer;
    this.from = from;
    this.layout = layout;
  }

  /** What it points to, as memory. */
  get bits() {
    const memory = new DataView(new ArrayBuffer(8));
    writeMemory(memory, 0, this.from, this.pointer.v);
    return memory;
  }

  get v() {
    return readMemory(this.bits, 0, this.layout);
  }

  set v(value) {
    const memory = this.bits;
    writeMemory(memory, 0, this.layout, value);
    this.pointer.v = readMemory(memory, 0, this.from);
  }
}

/** A pointer to a string that another pointer sees as bytes, or the other way. */
class TextPointer {
  /** @param {any} pointer @param {string} layout "string" or "bytes" */
  constructor(pointer, layout) {
    this.pointer = pointer;
    this.layout = layout;
  }

  get v() {
    return this.layout === "string" ? bytesToString(this.pointer.v) : stringToBytes(this.pointer.v);
  }

  set v(value) {
    this.pointer.v = this.layout === "string" ? stringToBytes(value) : bytesToString(value);
  }
}

/** Go: (*T)(unsafe.Pointer(p)), where p points to a string or slice and T is laid out as its header: what it points to,
 * its length, its capacity. @param {any} p @param {any} cls @param {string} layout "string" or "bytes" @returns {any} */
export function viewHeader(p, cls, layout) {
  if (p === null) return null;
  const view = Object.create(cls.prototype), zero = new cls(), target = new HeaderPointer(view, layout);
  // The words, and the value that they are those of. While they are set one by one they are ahead of it.
  /** @type {any[]} */
  let parts = [], seen;
  for (const [at, name] of Object.keys(zero).entries()) {
    Object.defineProperty(view, name, {
      enumerable: true,
      get() {
        if (p.v !== seen) {
          seen = p.v;
          parts = [layout === "string" ? unsafeStringData(seen) : unsafeSliceData(seen), seen.length, seen.capacity];
        }
        return at === 0 && zero[name] === 0 ? pointerAddress(parts[0]) : parts[at];
      },
      set(value) {
        // Reading brings the other parts up to date.
        void view[name];
        parts[at] = at === 0 ? addressFrom(value) : value;
        seen = p.v = target.made(parts[0], parts[1], parts[2]);
      },
    });
  }
  return view;
}

/** The pointer that a field of type unsafe.Pointer or uintptr holds. @param {any} value @returns {any} */
function addressFrom(value) {
  return typeof value === "number" || typeof value === "bigint" ? pointerAt(value) : value;
}

/** A pointer to a struct that another pointer sees as the string or slice whose header it is. */
class HeaderPointer {
  /** @param {any} header @param {string} layout "string" or "bytes" */
  constructor(header, layout) {
    this.header = header;
    this.layout = layout;
  }

  get v() {
    const [data, length, capacity] = Object.values(this.header);
    if (typeof data === "string") return stringToBytes(data);
    return this.made(addressFrom(data), length, capacity);
  }

  set v(value) {
    const [data, length, capacity] = Object.keys(this.header);
    const pointer = this.layout === "string" ? unsafeStringData(value) : unsafeSliceData(value);
    const isAddress = typeof this.header[data] === "number";
    this.header[data] = isAddress ? pointerAddress(pointer) : pointer;
    this.header[length] = value.length;
    if (capacity !== undefined) this.header[capacity] = value.capacity;
  }

  /** @param {any} data @param {any} length @param {any} capacity @returns {any} */
  made(data, length, capacity) {
    if (this.layout === "string") return unsafeString(data, length);
    return data === null ? nilSlice : new Slice(data.object, Number(data.key), Number(length), Number(capacity));
  }
}

/** @param {string} layout @returns {number} */
function layoutBytes(layout) {
  return Number(/\d+$/.exec(layout)?.[0] ?? 64) / 8;
}

/** @returns {never} */
function outsideMemory() {
  const error = new RuntimeError("runtime error: invalid memory address or nil pointer dereference");
  error.isSignal = true;
  throw new GoPanic(error);
}

/** Go: (*T)(unsafe.Pointer(p)) for a number or string T. @param {any} p @param {string} from how p's memory is laid out
 * @param {string} layout of T @returns {any} */
export function viewPointer(p, from, layout) {
  if (p === null || from === layout) return p;
  if (layout === "string" || layout === "bytes") return from === "" ? new HeaderPointer(p, layout) : new TextPointer(p, layout);
  if (ArrayBuffer.isView(p)) return new MemoryPointer(p, p.byteOffset, layout);
  const array = p.object;
  if (p instanceof ElementPointer && ArrayBuffer.isView(array)) {
    return new MemoryPointer(array, array.byteOffset + Number(p.key) * elementBytes(array), layout);
  }
  if (layoutBytes(layout) > layoutBytes(from)) return outsideMemory();
  return new BitsPointer(p, from, layout);
}

/** Go: (*[n]T)(unsafe.Pointer(p)) of numbers: what there is of the n in the array that p points into.
 * @param {any} p @param {string} _from @param {string} layout of an element @param {number} n @returns {any} */
export function viewArray(p, _from, layout, n) {
  if (p === null) return null;
  const array = ArrayBuffer.isView(p) ? p : p.object, key = ArrayBuffer.isView(p) ? 0 : Number(p.key);
  if (!ArrayBuffer.isView(array) || p instanceof FieldPointer) return outsideMemory();
  const typed = /** @type {any} */ (globalThis)[layout + "Array"];
  const at = array.byteOffset + key * elementBytes(array);
  if (at % typed.BYTES_PER_ELEMENT !== 0) return outsideMemory();
  return new typed(array.buffer, at, Math.min(n, Math.floor((array.buffer.byteLength - at) / typed.BYTES_PER_ELEMENT)));
}
