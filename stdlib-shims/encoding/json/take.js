import { Box, fromHost, INTERFACE as ANY, nilMap, nilSlice, Slice } from "goes:runtime";
import {
  ARRAY, BOOL, boxes, capacityOf, fieldsByName, FLOAT64, giveUp, INT, INTERFACE, integerBounds, isSpecial, lower, MAP, POINTER, SLICE, STRING, STRUCT, UINT64,
  UINT8, UINTPTR,
} from "./plan.js";

/** How values are made of what JSON.parse gives, by type: plans with a method `take`, which is the same for all types of
 * a kind, so that the engine has less to compile. The kind of a plan is that of its type, `REFUSED` for what others read. */
const plans = new Map(), REFUSED = 0;
/** How many keys were met, whether integers were wanted, whether there were large ones, how deep values are nested,
 * and whether strings may hold more than ASCII. `var` for the reason that the runtime's goroutine.js tells. */
var keys = 0, hasIntegers = false, hasLarge = false, depth = 0, isWide = false;

/** Reads a text through JSON.parse, which the engine need not compile first, into a value of a type. What is there
 * is not touched unless all of the text is what JSON.parse can tell: no key twice, and nothing that is no ASCII.
 * @returns what is to be, or `giveUp` */
export function take(text, type, old, isNew) {
  const keysWritten = keysIn(text);
  if (keysWritten < 0) return giveUp;
  isWide = text.includes("\\u") && /\\u(?!00[0-7])/.test(text);
  const json = parsed(text);
  if (json === giveUp) return giveUp;
  keys = depth = 0;
  hasIntegers = hasLarge = false;
  try {
    if (!isNew) {
      countKeys(json);
      if (keys !== keysWritten || oddIntegers.test(text) || longNumbers.test(text)) return giveUp;
      keys = 0;
    }
    const plan = planOf(type), value = plan.take(plan, json, old);
    const isOdd = keys !== keysWritten || (hasIntegers && oddIntegers.test(text)) || (hasLarge && longNumbers.test(text));
    return isOdd ? giveUp : value;
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

/** Numbers that might be integers for JSON.parse, but not for Go: what is less than 2 ** 31 is rounded to an integer only
 * if it is as near to it as this tells. */
const oddIntegers = /\d(?:\.(?:0+(?!\d)|0000|9999)|[eE][-+\d])/;
/** The same for larger numbers. */
const longNumbers = /[\d.]{17}/;

/** What ends in keys and their colons: a hundred, with nothing but ASCII and no colon between them, and any one. */
const hundredKeys = /(?:[^:\x80-\xff]*"\s*:){100}/y, oneKey = /"\s*:/g, noASCII = /[\x80-\xff]/g;

/** How many keys a text has; −1 if it is not all ASCII. Where a string looks like a key, there seem to be more. */
function keysIn(text) {
  let n = 0, last = 0;
  hundredKeys.lastIndex = 0;
  for (; hundredKeys.test(text); n += 100) last = hundredKeys.lastIndex;
  oneKey.lastIndex = noASCII.lastIndex = last;
  if (noASCII.test(text)) return -1;
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

function planOf(type) {
  let plan = plans.get(type);
  if (plan === undefined) {
    // Types may contain themselves: their plan is known before it is made.
    plan = {
      kind: REFUSED, take: refuse, elem: null, elements: null, zero: null, least: 0, most: 0, struct: null, Class: null, first: null, byName: null, byLowerName: null,
    };
    plans.set(type, plan);
    try {
      if (!isSpecial(type, boxes.interfaces) && fill(plan, type)) {
        plan.kind = type.kind;
        plan.take = plan.struct === null ? ways.get(type.kind) ?? takeInteger : takeFields;
      }
    } catch (e) {
      if (e !== giveUp) throw e;
    }
  }
  return plan;
}

/** Whether values of a type are read here, at least in part. */
export function isTaken(type) {
  return planOf(type).kind !== REFUSED;
}

export function refuse() {
  throw giveUp;
}

/** Fills in what a plan needs for values of a type. False if there are none to be read here. */
function fill(plan, type) {
  const { kind } = type;
  if (kind !== ARRAY && kind !== STRUCT) plan.zero = type.zero();
  switch (kind) {
    case BOOL:
    case FLOAT64:
    case STRING:
      return true;
    case INTERFACE:
      return type.methods.length === 0;
    case STRUCT:
      plan.struct = plan;
      plan.Class = type.zero().constructor;
      Object.assign(plan, fieldsByName(type, planOf));
      return true;
    case POINTER:
    case SLICE:
    case MAP:
      plan.elem = planOf(type.elem);
      if (kind === POINTER && type.elem.kind === STRUCT) plan.struct = plan.elem.struct;
      if (kind === SLICE) plan.elements = type.elem.elements;
      if (kind === MAP) return type.key.kind === STRING && !isSpecial(type.key, boxes.interfaces);
      return type.elem.kind !== (kind === SLICE ? UINT8 : ARRAY);
    default:
      if (kind < INT || kind > UINTPTR) return false;
      ({ least: plan.least, most: plan.most } = integerBounds(kind));
      return true;
  }
}

/** What takes values of a kind, after their plan: gets what JSON.parse gives and what is there, gives what is to be. As
 * the engine does not know which of them is called, it does not compile them into each other. */
const ways = new Map([
  [BOOL, (_plan, json, old) => typeof json === "boolean" ? json : orNull(json, old)],
  [FLOAT64, (_plan, json, old) => Number.isFinite(json) ? json : orNull(json, old)],
  [STRING, (_plan, json, old) => typeof json === "string" ? bytesOf(json) : orNull(json, old)],
  [INTERFACE, (_plan, json, old) => old === null ? takeAny(json) : refuse()],
  [POINTER, takePointer], [SLICE, takeList], [MAP, takeEntries],
]);

/** A string as Go has it. */
function bytesOf(text) {
  return isWide ? fromHost(text) : text;
}

/** spec of encoding/json: "unmarshaling a JSON null into any other Go type has no effect". */
function orNull(json, old) {
  return json === null ? old : refuse();
}

function takeInteger({ kind, least, most }, json, old) {
  if (!Number.isSafeInteger(json) || json < least || json > most) return orNull(json, old);
  hasIntegers = true;
  if ((json | 0) !== json) hasLarge = true;
  // Not even -0 is unsigned.
  if (json === 0 && least === 0 && Object.is(json, -0)) throw giveUp;
  return kind === UINT64 ? BigInt(json) : json + 0;
}

function takePointer({ elem }, json, old) {
  if (json === null) return null;
  const pointer = old ?? new Box(elem.zero);
  pointer.v = elem.take(elem, json, pointer.v);
  return pointer;
}

function takeList({ elem, elements }, json, old) {
  if (json === null) return nilSlice;
  // Elements that are there already would be read into.
  if (!Array.isArray(json) || old.capacity > 0 || ++depth > 500) throw giveUp;
  for (let i = 0; i < json.length; i++) json[i] = elem.take(elem, json[i], elem.zero);
  depth--;
  return listOf(elements, json);
}

/** The slice of elements. */
function listOf(kind, array) {
  const { length } = array, capacity = capacityOf(kind, length);
  if (!kind.typed) return new Slice(array, 0, length, capacity);
  const typed = new kind.typedArray(capacity);
  typed.set(array);
  return new Slice(typed, 0, length, capacity);
}

function takeEntries({ elem }, json, old) {
  if (json === null) return nilMap;
  if (typeof json !== "object" || Array.isArray(json) || ++depth > 500) throw giveUp;
  const map = old === nilMap ? new Map() : old;
  for (const key in json) {
    keys++;
    map.set(bytesOf(key), elem.take(elem, json[key], elem.zero));
  }
  depth--;
  return map;
}

/** Takes the fields of a struct, or of one that is pointed to; of a new one if there is none. */
function takeFields({ kind, struct }, json, old) {
  if (json === null && kind === POINTER) return null;
  const { Class, first, byName, byLowerName } = struct, x = old ?? new Class();
  if (json === null) return x;
  if (typeof json !== "object" || Array.isArray(json) || byName === null || ++depth > 500) throw giveUp;
  let expected = first;
  for (const key in json) {
    keys++;
    const field = expected !== null && key === expected.name ? expected : byName.get(key) ?? byLowerName.get(lower(key));
    if (field === undefined) countKeys(json[key]);
    else {
      expected = field.next;
      const value = json[key], { property, how, isScalar } = field;
      if (!isScalar) x[property] = how.take(how, value, x[property]);
      else if (value !== null) x[property] = how.take(how, value, null);
    }
  }
  depth--;
  return x;
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
