import { fieldOffset } from "./composite-type.js";
import { canonical, canonicalU } from "./int.js";
import { panicNil } from "./panic.js";
import { ElementPointer, FieldPointer, PlacePointer } from "./pointer.js";
import { stringToBytes } from "./string.js";
import { StringDataPointer, StringHome } from "./string-data.js";

/** @typedef {import("./type.js").Type} Type */

// What would lie where if there were memory, for pointers that went through unsafe.Pointer.

export const ARRAY_KIND = 17, STRUCT_KIND = 25;

/** The types of variables by their pointers, of elements by their plain array, of structs by their class.
 * @type {WeakMap<object, Type>} */
const typesKnown = /* @__PURE__ */ new WeakMap();

/** Go: unsafe.Pointer(p), where p is a *T: from now on it is known what lies there. @param {any} p @param {Type} type T
 * @returns {any} */
export function untyped(p, type) {
  if (p === null || p.$address !== undefined || ArrayBuffer.isView(p)) return p;
  if (p instanceof ElementPointer) typesKnown.set(p.object, type);
  else if (Array.isArray(p)) typesKnown.set(p, type.elem);
  else typesKnown.set(type.kind === STRUCT_KIND ? p.constructor : p, type);
  return p;
}

/** The type of what a pointer points to, as far as that is known; of arrays, of their elements. @param {any} p
 * @returns {Type | undefined} */
export function typeAt(p) {
  if (p instanceof ElementPointer) return typesKnown.get(p.object);
  return typesKnown.get(p) ?? (p instanceof FieldPointer ? typeOfObject(p.object)?.fields.find((f) => f.jsName === p.key)?.type : typeOfObject(p));
}

/** @param {any} object @returns {Type | undefined} */
function typeOfObject(object) {
  return typesKnown.get(object.constructor) ?? object.$type?.elem;
}

/** Where structs lie that are part of something, as far as that was noted. @type {WeakMap<object, PlacePointer>} */
const placesOfParts = /* @__PURE__ */ new WeakMap();

/** Go: &x.f or &s[i], for a struct from which unsafe code may get to what is around it. @param {PlacePointer} place
 * @param {Type} type of the struct with that field, or of the elements @returns {any} the part */
export function partOf(place, type) {
  const part = place.object[place.key], known = placesOfParts.get(part);
  if (known?.object === place.object && known.key === place.key) return part;
  untyped(place instanceof ElementPointer ? place : place.object, type);
  placesOfParts.set(part, place);
  return part;
}

/** What a struct begins with, which has its address. @param {any} larger @param {string} name of its first field
 * @returns {any} */
export function beginning(larger, name) {
  const part = larger[name];
  placesOfParts.set(part, new FieldPointer(larger, name));
  return part;
}

/** The object that a struct is part of, and where in that, in bytes, as far as it is known.
 * @param {any} part @returns {[any, number] | undefined} */
export function surroundings(part) {
  const place = placesOfParts.get(part);
  if (place === undefined || place.object[place.key] !== part) return undefined;
  const { object, key } = place;
  return [object, place instanceof ElementPointer ? Number(key) * elementBytes(object) : offsetOfKey(object, key)];
}

/** The struct that begins with a part, as far as that is known. @param {object} part @returns {any} */
function wholeOf(part) {
  const [object, offset] = surroundings(part) ?? [];
  return offset === 0 && !Array.isArray(object) ? object : undefined;
}

/** The struct of a type that begins with a part, perhaps within others that do. @param {object} part
 * @param {(type: Type) => boolean} isWanted @returns {any} */
export function wholeAs(part, isWanted) {
  for (let around = wholeOf(part); around !== undefined; around = wholeOf(around)) {
    const type = typeAt(around);
    if (type !== undefined && isWanted(type)) return around;
  }
  return undefined;
}

/** How memory holds numbers and bools of a type; undefined for other types. @param {Type} type @returns {string | undefined} */
export function layoutOf(type) {
  return [, "Bool", "Int", "Int8", "Int16", "Int32", "Int", "Uint", "Uint8", "Uint16", "Uint32", "Uint64", "Uint", "Float32", "Float64"][type.kind];
}

/** @param {string} layout @returns {number} */
export function layoutBytes(layout) {
  return layout === "Bool" ? 1 : Number(/\d+$/.exec(layout)?.[0] ?? 64) / 8;
}

/** The bytes from one element to the next. @param {any} array @returns {number} */
export function elementBytes(array) {
  return array.BYTES_PER_ELEMENT ?? typesKnown.get(array)?.size ?? 8;
}

/** The bytes that an object would take. @param {any} object @returns {number} */
export function sizeOf(object) {
  if (object instanceof ArrayBuffer) return object.byteLength;
  if (object instanceof StringHome) return object.text.length;
  return Array.isArray(object) ? object.length * elementBytes(object) : typeOfObject(object)?.size ?? 8;
}

/** Where in its struct a field lies. @param {any} object @param {any} key @returns {number} */
export function offsetOfKey(object, key) {
  const type = typeOfObject(object);
  if (type === undefined) return Object.keys(object).indexOf(key) * 8;
  return fieldOffset(type, type.fields.findIndex((f) => f.jsName === key));
}

/** The pointer into an object at an offset, if there is something. @param {any} object @param {number} offset @returns {any} */
export function placeIn(object, offset) {
  if (object instanceof StringHome) return offset < object.text.length ? new StringDataPointer(stringToBytes(object.text).array, offset, object.text) : undefined;
  if (object instanceof ArrayBuffer) return offset < object.byteLength ? new ElementPointer(new Uint8Array(object), offset) : undefined;
  if (ArrayBuffer.isView(object)) return placeIn(object.buffer, object.byteOffset + offset);
  if (Array.isArray(object)) {
    const type = typesKnown.get(object), size = elementBytes(object), at = Math.floor(offset / size), rest = offset - at * size;
    if (at >= object.length) return undefined;
    return isOwned(type) ? partAt(partOf(new ElementPointer(object, at), type), rest) : rest === 0 ? new ElementPointer(object, at) : undefined;
  }
  if (offset === 0) return object;
  const fields = typeOfObject(object)?.fields ?? [];
  const at = fields.findLastIndex((f, i) => f.type.size > 0 && fieldOffset(/** @type {Type} */ (typeOfObject(object)), i) <= offset);
  if (at < 0) return undefined;
  const { type, jsName } = fields[at], rest = offset - offsetOfKey(object, jsName);
  if (isOwned(type)) return rest < type.size ? partAt(untyped(object[jsName], type), rest) : undefined;
  return rest === 0 ? new FieldPointer(object, jsName) : undefined;
}

/** @param {any} part a struct or array within another @param {number} offset @returns {any} */
function partAt(part, offset) {
  return offset === 0 ? part : placeIn(part, offset);
}

/** Whether places of a type have objects of their own. @param {any} type @returns {type is Type} */
export function isOwned(type) {
  return type?.kind === STRUCT_KIND || type?.kind === ARRAY_KIND;
}

/** Reads a number from memory. @param {DataView} memory @param {number} at @param {string} layout @returns {any} */
function readMemory(memory, at, layout) {
  switch (layout) {
    case "Bool":
      return memory.getUint8(at) !== 0;
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
  else if (layout === "Bool") memory.setUint8(at, value ? 1 : 0);
  else /** @type {any} */ (memory)["set" + layout](at, value, true);
}

/** A pointer to a number that lies in memory where no typed array has an element for it. */
export class MemoryPointer {
  /** @param {DataView} memory @param {number} at offset in bytes @param {string} layout */
  constructor(memory, at, layout) {
    this.memory = memory;
    this.at = at;
    this.layout = layout;
  }

  /** @returns {number} where it lies, if all of it does */
  get place() {
    return this.at + layoutBytes(this.layout) > this.memory.byteLength ? panicNil() : this.at;
  }

  get v() {
    return readMemory(this.memory, this.place, this.layout);
  }

  set v(value) {
    writeMemory(this.memory, this.place, this.layout, value);
  }
}

/** A pointer to a number that another pointer sees as one of another type. */
export class BitsPointer {
  /** @param {any} seen the other pointer @param {string} from @param {string} layout */
  constructor(seen, from, layout) {
    this.seen = seen;
    this.from = from;
    this.layout = layout;
  }

  /** What it points to, as memory. */
  get bits() {
    const memory = new DataView(new ArrayBuffer(8));
    writeMemory(memory, 0, this.from, this.seen.v);
    return memory;
  }

  get v() {
    return readMemory(this.bits, 0, this.layout);
  }

  set v(value) {
    const memory = this.bits;
    writeMemory(memory, 0, this.layout, value);
    this.seen.v = readMemory(memory, 0, this.from);
  }
}

/** The memory to which places of an object have moved, and where in it. @type {WeakMap<object, Map<any, [DataView, number]>>} */
const moved = /* @__PURE__ */ new WeakMap();

/** A place of an object is from now on one in memory. @param {any} object @param {any} key @param {DataView} memory
 * @param {number} at @param {string} layout */
function bind(object, key, memory, at, layout) {
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    get: () => readMemory(memory, at, layout),
    set: (value) => writeMemory(memory, at, layout, value),
  });
  let places = moved.get(object);
  if (places === undefined) moved.set(object, places = new Map());
  places.set(key, [memory, at]);
}

/** The numbers in a struct, to all depths: who holds each, under which name, where it lies, how. Undefined if there is
 * anything else in it. @param {any} object @param {Type} type @param {number} at
 * @returns {[any, string, number, string][] | undefined} */
function numbersIn(object, type, at) {
  const all = [];
  for (const [i, field] of type.fields.entries()) {
    const layout = layoutOf(field.type), offset = at + fieldOffset(type, i);
    const list = layout !== undefined ? [[object, field.jsName, offset, layout]]
      : field.type.kind === STRUCT_KIND ? numbersIn(object[field.jsName], field.type, offset) : undefined;
    if (list === undefined) return undefined;
    all.push(...list);
  }
  return /** @type {any} */ (all);
}

/** Where a number or a struct of numbers lies in memory. If it does not, it moves there, to stay.
 * @param {any} p @param {string} [given] how memory holds the number @returns {[DataView, number] | undefined} */
export function memoryAt(p, given) {
  const array = p instanceof ElementPointer ? p.object : p, key = p instanceof ElementPointer ? Number(p.key) : 0;
  if (ArrayBuffer.isView(array)) return [new DataView(array.buffer), array.byteOffset + key * elementBytes(array)];
  if (p instanceof MemoryPointer) return [p.memory, p.at];
  if (p instanceof BitsPointer) return memoryAt(p.seen, p.from);
  const type = typeAt(p), layout = given ?? (type && layoutOf(type));
  if (type?.kind === STRUCT_KIND && layout === undefined) return structMemory(p, type);
  if (layout === undefined) return undefined;
  const object = p instanceof FieldPointer || p instanceof ElementPointer ? p.object : p, name = Array.isArray(p) ? 0 : p.key ?? "v";
  const place = moved.get(object)?.get(name);
  if (place !== undefined) return place;
  const holder = p instanceof FieldPointer && typeOfObject(object);
  if (holder && structMemory(object, holder)) return moved.get(object)?.get(name);
  const size = layoutBytes(layout), places = Array.isArray(object) ? object.length : 1;
  const memory = new DataView(new ArrayBuffer(size * places));
  for (let i = 0; i < places; i++) {
    const at = Array.isArray(object) ? i : name;
    writeMemory(memory, i * size, layout, object[at]);
    bind(object, at, memory, i * size, layout);
  }
  return moved.get(object)?.get(name);
}

/** @param {any} object @param {Type} type @returns {[DataView, number] | undefined} */
function structMemory(object, type) {
  const numbers = numbersIn(object, type, 0);
  if (numbers === undefined || numbers.length === 0) return undefined;
  const place = moved.get(numbers[0][0])?.get(numbers[0][1]);
  if (place !== undefined && place[0].byteLength - place[1] >= type.size) return place;
  const memory = new DataView(new ArrayBuffer(type.size));
  for (const [holder, name, at, layout] of numbers) {
    writeMemory(memory, at, layout, holder[name]);
    bind(holder, name, memory, at, layout);
  }
  return [memory, 0];
}

/** A struct whose fields lie in memory; undefined if it cannot be. @param {DataView} memory @param {number} start
 * @param {Type} type @returns {any} */
export function structInMemory(memory, start, type) {
  const object = type.zero(), numbers = numbersIn(object, type, start);
  if (numbers === undefined || start + type.size > memory.byteLength) return undefined;
  for (const [holder, name, at, layout] of numbers) bind(holder, name, memory, at, layout);
  return untyped(object, type);
}
