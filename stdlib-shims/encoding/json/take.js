import { Box, fromHost, INTERFACE as ANY, nilMap, nilSlice, Slice } from "goes:runtime";
import {
  ARRAY, BOOL, boxes, capacityOf, fieldsByName, FLOAT64, giveUp, INT, INTERFACE, integerBounds, isSpecial, lower, MAP, POINTER, SLICE, STRING, STRUCT, UINT64,
  UINT8, UINTPTR,
} from "./plan.js";

/** How values are made of what JSON.parse gives, by type: objects with a method `take`, which takes that and what is
 * there and gives what is to be. */
const takers = new Map();
/** How many keys were met, whether integers were wanted, how deep values are nested, and whether strings may hold
 * more than ASCII. */
let keys = 0, hasIntegers = false, depth = 0, isWide = false;

/** Reads a text through JSON.parse, which the engine need not compile first, into a value of a type. What is there
 * is not touched unless all of the text is what JSON.parse can tell: no key twice, and nothing that is no ASCII.
 * @returns what is to be, or `giveUp` */
export function take(text, type, old, isNew) {
  if (/[\x80-\xff]/.test(text)) return giveUp;
  isWide = /\\u(?!00[0-7])/.test(text);
  const json = parsed(text);
  if (json === giveUp) return giveUp;
  keys = depth = 0;
  hasIntegers = false;
  try {
    const keysWritten = keysIn(text);
    if (!isNew) {
      countKeys(json);
      if (keys !== keysWritten || oddIntegers.test(text)) return giveUp;
      keys = 0;
    }
    const value = takeWith(takerOf(type), json, old);
    return keys === keysWritten && !(hasIntegers && oddIntegers.test(text)) ? value : giveUp;
  } catch (e) {
    if (e !== giveUp) throw e;
    return giveUp;
  }
}

/** JSON.parse, `giveUp` where it throws: for what is no JSON, or nested too deeply for an engine. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return giveUp;
  }
}

/** Numbers that might be integers for JSON.parse, but not for Go. */
const oddIntegers = /\d(?:\.0+(?!\d)|[eE][-+\d])|[\d.]{17}/;

/** What ends in keys and their colons: a hundred without a colon between them, and any one. */
const hundredKeys = /(?:[^:]*"\s*:){100}/y, oneKey = /"\s*:/g;

/** How many keys a text has. Where a string looks like one, it seems to have more. */
function keysIn(text) {
  let n = 0;
  hundredKeys.lastIndex = oneKey.lastIndex = 0;
  for (; hundredKeys.test(text); n += 100) oneKey.lastIndex = hundredKeys.lastIndex;
  while (oneKey.test(text)) n++;
  return n;
}

/** Adds the keys of a value. */
function countKeys(json) {
  if (typeof json !== "object" || json === null) return;
  enter();
  if (Array.isArray(json)) for (let i = 0; i < json.length; i++) countKeys(json[i]);
  else {
    for (const key in json) {
      keys++;
      countKeys(json[key]);
    }
  }
  depth--;
}

function enter() {
  if (++depth > 500) throw giveUp;
}

export function takerOf(type) {
  let taker = takers.get(type);
  if (taker === undefined) {
    // Types may contain themselves: their taker is known before it can take.
    taker = { take: refuse };
    takers.set(type, taker);
    try {
      if (!isSpecial(type, boxes.interfaces)) taker.take = newTaker(type);
    } catch (e) {
      if (e !== giveUp) throw e;
    }
  }
  return taker;
}

/** Takes a value. One place for all types, so that the engine does not compile the ways of taking into each other. */
function takeWith(taker, json, old) {
  return taker.take(json, old);
}

export function refuse() {
  throw giveUp;
}

function newTaker(type) {
  const { kind } = type;
  if (kind >= INT && kind <= UINTPTR) return integerTaker(kind);
  switch (kind) {
    case BOOL:
      return (json, old) => typeof json === "boolean" ? json : orNull(json, old);
    case FLOAT64:
      return (json, old) => Number.isFinite(json) ? json : orNull(json, old);
    case STRING:
      return (json, old) => typeof json === "string" ? bytesOf(json) : orNull(json, old);
    case INTERFACE:
      return type.methods.length > 0 ? refuse : (json, old) => old === null ? takeAny(json) : refuse();
    case POINTER:
      return pointerTaker(type);
    case SLICE:
      return type.elem.kind === UINT8 ? refuse : sliceTaker(type);
    case MAP:
      return mapTaker(type);
    case STRUCT:
      return structTaker(type);
    default:
      return refuse;
  }
}

/** A string as Go has it. */
function bytesOf(text) {
  return isWide ? fromHost(text) : text;
}

/** spec of encoding/json: "unmarshaling a JSON null into any other Go type has no effect". */
function orNull(json, old) {
  return json === null ? old : refuse();
}

function integerTaker(kind) {
  const { least, most } = integerBounds(kind);
  return (json, old) => {
    if (!Number.isSafeInteger(json) || json < least || json > most) return orNull(json, old);
    hasIntegers = true;
    // Not even -0 is unsigned.
    if (json === 0 && least === 0 && Object.is(json, -0)) throw giveUp;
    return kind === UINT64 ? BigInt(json) : json + 0;
  };
}

function pointerTaker(type) {
  const { elem } = type, taker = takerOf(elem);
  if (elem.kind === ARRAY) return refuse;
  if (elem.kind === STRUCT) return (json, old) => json === null ? null : takeWith(taker, json, old ?? elem.zero());
  return (json, old) => {
    if (json === null) return null;
    const pointer = old ?? new Box(elem.zero());
    pointer.v = takeWith(taker, json, pointer.v);
    return pointer;
  };
}

function sliceTaker(type) {
  const { elem } = type, kind = elem.elements, taker = takerOf(elem);
  return (json, old) => {
    if (json === null) return nilSlice;
    // Elements that are there already would be read into.
    if (!Array.isArray(json) || old.capacity > 0) throw giveUp;
    enter();
    for (let i = 0; i < json.length; i++) json[i] = takeWith(taker, json[i], kind.zero());
    depth--;
    return listOf(kind, json);
  };
}

/** The slice of elements. */
function listOf(kind, array) {
  const { length } = array, capacity = capacityOf(kind, length);
  if (!kind.typed) return new Slice(array, 0, length, capacity);
  const typed = new kind.typedArray(capacity);
  typed.set(array);
  return new Slice(typed, 0, length, capacity);
}

function mapTaker(type) {
  if (type.key.kind !== STRING || isSpecial(type.key, boxes.interfaces)) return refuse;
  const { elem } = type, taker = takerOf(elem);
  return (json, old) => {
    if (json === null) return nilMap;
    enterObject(json);
    const map = old === nilMap ? new Map() : old;
    for (const key in json) {
      keys++;
      map.set(bytesOf(key), takeWith(taker, json[key], elem.zero()));
    }
    depth--;
    return map;
  };
}

function enterObject(json) {
  if (typeof json !== "object" || Array.isArray(json)) throw giveUp;
  enter();
}

function structTaker(type) {
  const { first, byName, byLowerName } = fieldsByName(type, takerOf);
  return (json, x) => {
    if (json === null) return x;
    enterObject(json);
    let expected = first;
    for (const key in json) {
      keys++;
      const field = expected !== null && key === expected.name ? expected : byName.get(key) ?? byLowerName.get(lower(key));
      if (field === undefined) countKeys(json[key]);
      else {
        expected = field.next;
        const value = json[key], { property, how, isScalar } = field;
        if (!isScalar) x[property] = takeWith(how, value, x[property]);
        else if (value !== null) x[property] = takeWith(how, value, null);
      }
    }
    depth--;
    return x;
  };
}

/** Any value, as an interface. */
function takeAny(json) {
  if (typeof json === "number") return Number.isFinite(json) ? new boxes.NumberBox(json) : refuse();
  if (typeof json === "string") return bytesOf(json);
  if (typeof json !== "object" || json === null) return json;
  enter();
  let value;
  if (Array.isArray(json)) {
    for (let i = 0; i < json.length; i++) json[i] = takeAny(json[i]);
    value = new boxes.ArrayBox(listOf(ANY, json));
  } else {
    const map = new Map();
    for (const key in json) {
      keys++;
      map.set(bytesOf(key), takeAny(json[key]));
    }
    value = new boxes.ObjectBox(map);
  }
  depth--;
  return value;
}
