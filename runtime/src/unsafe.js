import { addressOf, pointerAddress, pointerAt } from "./address.js";
import { unwrap } from "./interface.js";
import { ARRAY_KIND, STRUCT_KIND, beginning, BitsPointer, elementBytes, isOwned, layoutBytes, layoutOf, memoryAt, MemoryPointer, structInMemory, typeAt, untyped, wholeAs } from "./memory.js";
import { panicNil, plainError, runtimeError } from "./panic.js";
import { Box, boolPointer, ElementPointer, FieldPointer } from "./pointer.js";
import { nilSlice, sharesMemory, Slice, sliceToArrayPointer } from "./slice.js";
import { bytesToString, byteString, stringToBytes } from "./string.js";
import { unsafeStringData } from "./string-data.js";
import { Type } from "./type.js";
import { typeOf } from "./type-of.js";

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
  if (p === null || length === 0) return "";
  const [memory, at] = memoryAt(p, "Uint8") ?? panicNil();
  return at + length > memory.byteLength ? panicNil() : byteString(new Uint8Array(memory.buffer, at, length));
}

/** Go: unsafe.Slice(ptr, n). @param {any} p @param {any} n @param {import("./elements.js").Elements<any>} kind of elements
 * @returns {Slice} */
export function unsafeSlice(p, n, kind) {
  const length = checkedLength(p, n, 1, "Slice");
  if (p === null) return nilSlice;
  if (p instanceof ElementPointer) {
    const at = Number(p.key);
    return at + length > p.object.length && kind.typed ? panicNil() : new Slice(p.object, at, length, length);
  }
  if (p.$address !== undefined || kind.isOwned && length <= 1) return new Slice([p], 0, length, length);
  if (kind.typed) {
    const layout = kind.typedArray.name.slice(0, -5).replace("Big", ""), [memory, at] = memoryAt(p, layout) ?? panicNil(), array = numbersAt(memory, at, layout, length);
    return array?.length === length ? new Slice(array, 0, length, length) : panicNil();
  }
  return length > 1 ? cannotBe("a slice of what is no array") : new Slice(arrayOf(p), 0, length, length);
}

/** An array whose only element is a variable. @param {any} p a pointer to it @returns {any[]} */
function arrayOf(p) {
  return Object.defineProperty([], 0, { configurable: true, enumerable: true, get: () => p.v, set: (value) => p.v = value });
}

/** @param {string} what @returns {never} */
function cannotBe(what) {
  return runtimeError(`unsafe: ${what} cannot be represented in JavaScript`);
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
    return new Pointer(p.object, Number(p.key) + by / elementBytes(p.object), /** @type {any} */ (p).text);
  }
  return pointerAt(pointerAddress(p) + by);
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

/** A pointer to a map, channel, function or pointer that is seen as another of these. Each has its own nil. */
class WordPointer {
  /** @param {any} pointer @param {any} from the nil of what it points to @param {any} nil as it is seen */
  constructor(pointer, from, nil) {
    this.pointer = pointer;
    this.from = from;
    this.nil = nil;
  }

  get v() {
    return this.pointer.v === this.from ? this.nil : this.pointer.v;
  }

  set v(value) {
    this.pointer.v = value === this.nil ? this.from : value;
  }
}

/** Go: (*T)(unsafe.Pointer(p)), where p points to a string or slice and T is laid out as its header: what it points to,
 * its length, its capacity. @param {any} p @param {any} cls @param {string} layout "string" or "bytes"
 * @param {Type} [elem] of a slice @returns {any} */
export function viewHeader(p, cls, layout, elem) {
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
          parts = [layout === "string" ? unsafeStringData(seen) : untyped(unsafeSliceData(seen), /** @type {Type} */ (elem)), seen.length, seen.capacity];
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

/** Go: (*T)(unsafe.Pointer(p)) for a number, string or slice T. @param {any} p @param {string} from how p's memory is laid out
 * @param {string} layout of T @returns {any} */
export function viewPointer(p, from, layout) {
  if (p === null || from === layout) return p;
  if (layout === "string" || layout === "bytes") return from === "" ? new HeaderPointer(p, layout) : new TextPointer(p, layout);
  if (p instanceof ElementPointer && ArrayBuffer.isView(p.object) || layoutBytes(layout) > layoutBytes(from) || typeof p.v === "undefined") {
    const [memory, at] = memoryAt(p, from) ?? panicNil();
    return numberAt(memory, at, layout);
  }
  return new BitsPointer(p, from, layout);
}

/** A pointer to a number in memory. @param {DataView} memory @param {number} at @param {string} layout @returns {any} */
function numberAt(memory, at, layout) {
  const array = numbersAt(memory, at, layout, Infinity);
  if (layout === "Bool" && array?.length > 0) return boolPointer(new ElementPointer(array, 0));
  return array === undefined || array.length === 0 ? new MemoryPointer(memory, at, layout) : new ElementPointer(array, 0);
}

/** Numbers in memory as a typed array: what there is of the n. Undefined if there are no such arrays or they cannot
 * begin there. @param {DataView} memory @param {number} at @param {string} layout @param {number} n @returns {any} */
function numbersAt(memory, at, layout, n) {
  const name = layout === "Bool" ? "Uint8" : layout === "Uint64" ? "BigUint64" : layout;
  const Numbers = /** @type {any} */ (globalThis)[name + "Array"], size = Numbers?.BYTES_PER_ELEMENT;
  if (Numbers === undefined || at % size !== 0) return undefined;
  sharesMemory();
  return new Numbers(memory.buffer, at, Math.min(n, Math.floor((memory.byteLength - at) / size)));
}

/** Go: (*[n]T)(unsafe.Pointer(p)) of numbers: what there is of the n in the array that p points into.
 * @param {any} p @param {string} from how p's memory is laid out @param {string} layout of an element @param {number} n
 * @returns {any} */
export function viewArray(p, from, layout, n) {
  if (p === null) return null;
  const [memory, at] = memoryAt(p, from) ?? panicNil();
  return numbersAt(memory, at, layout, n) ?? panicNil();
}

const INTERFACE_KIND = 20, POINTER_KIND = 22, SLICE_KIND = 23, STRING_KIND = 24;

/** Go: (*T)(p), where nobody knows what the unsafe.Pointer p was made of. @param {any} p @param {Type} type T @returns {any} */
export function typed(p, type) {
  if (p === null || p.$address !== undefined) return p;
  return seenAs(p, type) ?? cannotBe(`a pointer to a value of another type than ${type.text}`);
}

/** @param {any} p @param {Type} type @returns {any} */
function seenAs(p, type) {
  const from = typeAt(p), { kind } = type;
  if (p instanceof ElementPointer && isOwned(from)) return seenAs(untyped(p.v, from), type);
  if (ArrayBuffer.isView(p) || Array.isArray(p)) {
    if (kind === ARRAY_KIND) return arrayAs(p, from, type);
    return seenAs(isOwned(from) ? untyped(/** @type {any} */ (p)[0], from) : new ElementPointer(p, 0), type);
  }
  if (kind === ARRAY_KIND && isArrayAt(p, type.len) && from !== undefined && isAlike(from, type.elem)) {
    return sliceToArrayPointer(new Slice(p.object, p.key, type.len, type.len), type.len);
  }
  if (isInTypedArray(p) || p instanceof MemoryPointer) return memoryAs(p, type);
  if (from === undefined) return isOwned(type) === (p instanceof Box || p instanceof FieldPointer || p instanceof ElementPointer) ? undefined : p;
  if (isAlike(from, type)) return p;
  if (from.kind === STRUCT_KIND) return structAs(p, from, type);
  const layout = layoutOf(from), wanted = layoutOf(type);
  if (layout !== undefined) return wanted !== undefined && wanted !== layout ? viewPointer(p, layout, wanted) : memoryAs(p, type);
  if (from.kind === SLICE_KIND && kind === SLICE_KIND && isPointer(from.elem) && wrapsPointer(type.elem)) return new WrappedPointers(p, type.elem);
  if (isPointer(type) && [INTERFACE_KIND, SLICE_KIND, STRING_KIND].includes(from.kind)) return new FirstWordPointer(p, from.kind);
  if (from.kind === INTERFACE_KIND && kind === ARRAY_KIND && type.len === 2) {
    return [12, 26].includes(type.elem.kind) ? interfaceWords(p, type.elem.kind === 12) : undefined;
  }
  if (from.kind === INTERFACE_KIND) return kind === STRUCT_KIND && isHeader(type, 2, [POINTER_KIND, 26]) ? viewInterface(p, type) : undefined;
  if (isWord(from)) return isWord(type) && (isPointer(from) || isPointer(type)) ? new WordPointer(p, from.zero(), type.zero()) : undefined;
  const text = textLayout(from), isString = text === "string";
  if (kind === STRUCT_KIND && (isString || from.kind === SLICE_KIND)) {
    return isHeader(type, isString ? 2 : 3, [2, 7, 12]) ? viewHeader(p, type.class, isString ? "string" : "bytes", from.elem) : undefined;
  }
  return text && textLayout(type) && viewPointer(p, text, /** @type {string} */ (textLayout(type)));
}

/** Whether p points to n elements of a plain array. @param {any} p @param {number} n @returns {boolean} */
function isArrayAt(p, n) {
  return p instanceof ElementPointer && Array.isArray(p.object) && p.key + n <= p.object.length;
}

/** @param {any} p @returns {boolean} */
function isInTypedArray(p) {
  return p instanceof ElementPointer && ArrayBuffer.isView(p.object);
}

/** Whether a type is a struct of nothing but a pointer. @param {Type} type @returns {boolean} */
function wrapsPointer(type) {
  return type.kind === STRUCT_KIND && inMemory(type.fields).length === 1 && isPointer(inMemory(type.fields)[0].type);
}

/** A pointer to a slice of pointers that is seen as one of structs that hold a pointer each. What it gives cannot be
 * changed, but a slice that it is given is stored. */
class WrappedPointers {
  /** @param {any} pointer @param {Type} elem the struct */
  constructor(pointer, elem) {
    this.pointer = pointer;
    this.elem = elem;
    this.name = inMemory(elem.fields)[0].jsName;
  }

  get v() {
    const { array, offset, length } = this.pointer.v;
    if (length === 0) return this.pointer.v;
    const wrapped = array.slice(offset, offset + length).map((/** @type {any} */ p) => {
      const one = new this.elem.class();
      one[this.name] = p;
      return Object.freeze(one);
    });
    return new Slice(Object.freeze(wrapped), 0, length, length);
  }

  set v({ array, offset, length, capacity }) {
    const pointers = array.slice(offset, offset + length).map((/** @type {any} */ one) => one[this.name]);
    while (pointers.length < capacity) pointers.push(null);
    this.pointer.v = capacity === 0 ? nilSlice : new Slice(pointers, 0, length, capacity);
  }
}

/** A pointer to an interface, slice or string that another pointer sees as the first of its words, a pointer. */
class FirstWordPointer {
  /** @param {any} pointer @param {number} kind */
  constructor(pointer, kind) {
    this.pointer = pointer;
    this.kind = kind;
  }

  get v() {
    const { v } = this.pointer;
    if (this.kind === INTERFACE_KIND) return v === null ? null : typeWord(v);
    return this.kind === SLICE_KIND ? unsafeSliceData(v) : unsafeStringData(v);
  }

  set v(_) {
    cannotBe("a part of an interface, slice or string");
  }
}

/** Whether a variable of one type is represented as one of another. @param {Type} from @param {Type} type @returns {boolean} */
function isAlike(from, type) {
  if (from === type || from.underlying === type.underlying) return true;
  if (from.kind === SLICE_KIND) return type.kind === SLICE_KIND && isAlike(from.elem, type.elem);
  if (isPointer(from)) return isPointer(type);
  const layout = layoutOf(from);
  if (layout !== undefined) return layout === layoutOf(type);
  return from.kind === type.kind && (from.kind === 1 || from.kind === STRING_KIND || from.kind === 15 || from.kind === 16);
}

/** Whether a type is of pointers, unsafe ones as well. @param {Type} type @returns {boolean} */
function isPointer({ kind }) {
  return kind === POINTER_KIND || kind === 26;
}

/** @param {Type} type @returns {string | undefined} */
function textLayout(type) {
  return type.kind === STRING_KIND ? "string" : type.kind === SLICE_KIND && type.elem.kind === 8 ? "bytes" : undefined;
}

/** The fields that take memory: some structs begin with one that does not, for its alignment. @param {any[]} fields
 * @returns {any[]} */
function inMemory(fields) {
  return fields.filter((f) => f.type.size !== 0);
}

/** Whether a struct is a pointer and then words of these kinds. @param {Type} type @param {number} most how many words
 * @param {number[]} kinds @returns {boolean} */
function isHeader(type, most, kinds) {
  const fields = inMemory(type.fields);
  return fields.length > 1 && fields.length <= most && [POINTER_KIND, 26, 12].includes(fields[0].type.kind) &&
    fields.slice(1).every((f) => kinds.includes(f.type.kind));
}

/** A pointer to a struct as one to another type. @param {any} p @param {Type} from @param {Type} type @returns {any} */
function structAs(p, from, type) {
  const { fields } = type, larger = wholeAs(p.$origin ?? p, (around) => isAlike(around, type));
  if (larger !== undefined) return larger;
  if (type.kind === STRUCT_KIND && fields.every((f, i) => i < from.fields.length && isAlike(from.fields[i].type, f.type))) return pointerAs(p, type.class);
  const text = textLayout(type);
  if (text !== undefined && isHeader(from, 3, [2, 7, 12])) return viewPointer(p, "", text);
  const [first] = from.fields;
  if (first !== undefined && first.type.size === type.size || isOwned(first?.type)) {
    const part = isOwned(first.type) ? untyped(beginning(p, first.jsName), first.type) : new FieldPointer(p, first.jsName);
    const found = seenAs(part, type);
    if (found !== undefined) return found;
  }
  return memoryAs(p, type);
}

/** A pointer to an array as one to another. @param {any} p @param {Type | undefined} elem @param {Type} type @returns {any} */
function arrayAs(p, elem, type) {
  if (ArrayBuffer.isView(p)) return memoryAs(p, type);
  return p.length === type.len && (elem === undefined || isAlike(elem, type.elem)) ? p : memoryAs(p, type);
}

/** A pointer to numbers, which move to memory if they can, as one to another type. @param {any} p @param {Type} type
 * @returns {any} */
function memoryAs(p, type) {
  const [memory, at] = memoryAt(p) ?? [], layout = layoutOf(type);
  if (memory === undefined || at === undefined) return undefined;
  if (layout !== undefined) return isInTypedArray(p) && layout !== "Bool" && p.object.constructor.name === layout + "Array" ? p : numberAt(memory, at, layout);
  if (type.kind === STRUCT_KIND) return structInMemory(memory, at, type);
  const elem = type.kind === ARRAY_KIND ? layoutOf(type.elem) : undefined;
  return elem && numbersAt(memory, at, elem, type.len);
}

/** Go: (*T)(unsafe.Pointer(p)), where p points to an interface and T is laid out as one: two words, for the type and for
 * the value. The first may be a pointer to a struct that has the type as its second word.
 * @param {any} p @param {Type} type T @returns {any} */
export function viewInterface(p, type) {
  if (p === null) return null;
  const view = new type.class(), [first, second] = inMemory(type.fields);
  const table = first.type.kind === POINTER_KIND ? first.type.elem.class : undefined;
  Object.defineProperty(view, first.jsName, {
    enumerable: true,
    get() {
      if (p.v === null) return null;
      const word = typeWord(p.v);
      return table === undefined ? word : new table(null, word);
    },
    set(word) {
      const dynamic = word === null || word instanceof Type ? word : word.t;
      p.v = dynamic?.wrap(dynamic.zero()) ?? null;
    },
  });
  Object.defineProperty(view, second.jsName, {
    enumerable: true,
    get: () => p.v === null ? null : dataWord(typeOf(p.v), unwrap(p.v)),
    set(word) {
      if (p.v === null) return word === null ? undefined : cannotBe("the value of a nil interface");
      const dynamic = typeOf(p.v);
      p.v = dynamic.wrap(isWord(dynamic) ? word ?? dynamic.zero() : isOwned(dynamic) ? typed(word, dynamic) : typed(word, dynamic).v);
    },
  });
  return view;
}

/** Go: (*[2]W)(unsafe.Pointer(p)), where p points to an interface: an array that shows its words, for the type and for the
 * value. @param {any} p @param {boolean} areNumbers whether W is uintptr, not unsafe.Pointer @returns {any[] | null} */
export function interfaceWords(p, areNumbers) {
  if (p === null) return null;
  const nothing = areNumbers ? 0 : null;
  const shown = (/** @type {any} */ word) => word !== null && areNumbers ? addressOf(word) : word ?? nothing;
  return Object.defineProperties([nothing, nothing], {
    0: { get: () => p.v === null ? nothing : shown(typeWord(p.v)), set: () => cannotBe("a part of an interface") },
    1: {
      get: () => p.v === null ? nothing : shown(dataWord(typeOf(p.v), unwrap(p.v))),
      set: () => cannotBe("a part of an interface"),
    },
  });
}

/** The word for the dynamic type: what reflection has for it, if it has. @param {any} x @returns {any} */
function typeWord(x) {
  const type = typeOf(x);
  return type.reflected ?? type;
}

/** Whether an interface holds values of a type themselves, not pointers to them. @param {Type} type @returns {boolean} */
function isWord(type) {
  return [18, 19, 21, POINTER_KIND, 26].includes(type.kind);
}

/** @param {Type} type @param {any} value @returns {any} */
function dataWord(type, value) {
  if (isWord(type)) return value === type.zero() ? null : type.kind === POINTER_KIND ? untyped(value, type.elem) : value;
  return pointerWith(type, value);
}

/** A pointer to a new variable with a value. @param {Type} type @param {any} value @returns {any} */
export function pointerWith(type, value) {
  return untyped(isOwned(type) ? value : new Box(value), type);
}
