import { bytesToString, Box, decodeRune, grownCapacity, INTERFACE as ANY, nilMap, nilSlice, runeToString, Slice, typeOf, unwrap } from "goes:runtime";
import { BOOL, FLOAT64, giveUp, INT, INTERFACE, isSpecial, fieldsOf, MAP, POINTER, SLICE, STRING, STRUCT, UINT, UINT64, UINT8, UINTPTR, ARRAY } from "./plan.js";

/** Whether a text is JSON, where JavaScript can tell: its strings need not be UTF-8. */
export function isValid(data) {
  const text = bytesToString(data);
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  // spec of encoding/json: values are nested at most 10000 deep.
  return text.length < 20000 || !isDeep(text);
}

function isDeep(text) {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 32;
    if (c === 123) {
      if (++depth > 10000) return true;
    } else if (c === 125) depth--;
  }
  return false;
}

/** How values are read, by type: objects with a method `read`, which takes what is there and gives what is to be. */
const readers = new Map();
let text = "", at = 0, depth = 0, interfaces = [];
/** The boxes of map[string]any, []any and float64. */
let ObjectBox, ArrayBox, NumberBox;

/** Reads valid JSON into what v points to. False if Go's own code has to do it, from the beginning: what has been
 * stored until then will be stored again. */
export function decodeFast(data, v, unmarshaler, textUnmarshaler, object, array, number) {
  if (interfaces.length === 0) {
    interfaces = [typeOf(unmarshaler).elem, typeOf(textUnmarshaler).elem];
    [ObjectBox, ArrayBox, NumberBox] = [object.constructor, array.constructor, number.constructor];
  }
  text = bytesToString(data);
  at = 0;
  depth = 0;
  try {
    readerOf(typeOf(v)).read(unwrap(v));
    return true;
  } catch (e) {
    if (e !== giveUp) throw e;
    return false;
  } finally {
    text = "";
  }
}

function readerOf(type) {
  let reader = readers.get(type);
  if (reader === undefined) {
    // Types may contain themselves: their reader is known before it can read.
    reader = { read: null };
    readers.set(type, reader);
    try {
      reader.read = isSpecial(type, interfaces) ? refuse : newReader(type);
    } catch (e) {
      if (e !== giveUp) throw e;
      reader.read = refuse;
    }
  }
  return reader;
}

function refuse() {
  throw giveUp;
}

function newReader(type) {
  const { kind } = type;
  if (kind >= INT && kind <= UINTPTR) return integerReader(type);
  switch (kind) {
    case BOOL:
      return readBool;
    case FLOAT64:
      return readFloat;
    case STRING:
      return (old) => isNull() ? old : readString();
    case INTERFACE:
      return type.methods.length > 0 ? refuse : (old) => old === null ? readAny() : refuse();
    case POINTER:
      return pointerReader(type);
    case SLICE:
      return type.elem.kind === UINT8 ? refuse : sliceReader(type);
    case MAP:
      return mapReader(type);
    case STRUCT:
      return structReader(type);
    default:
      return refuse;
  }
}

/** The char code of the next token. */
function peek() {
  let c = text.charCodeAt(at);
  while (c <= 32) c = text.charCodeAt(++at);
  return c;
}

/** Takes null, if it comes next. spec of encoding/json: "unmarshaling a JSON null into any other Go type has no effect". */
function isNull() {
  if (peek() !== 110) return false;
  at += 4;
  return true;
}

function expect(c) {
  if (peek() !== c) throw giveUp;
  at++;
}

/** Whether a list goes on: takes a comma, or the bracket that ends it. */
function goesOn(end) {
  const c = peek();
  at++;
  return c !== end;
}

function enter() {
  if (++depth > 500) throw giveUp;
}

function readBool(old) {
  const c = peek();
  at += c === 102 ? 5 : 4;
  if (c === 116) return true;
  if (c === 102) return false;
  return c === 110 ? old : refuse();
}

/** Takes the characters of a number. */
function readNumber() {
  const start = at;
  let c = text.charCodeAt(at);
  if (c !== 45 && !(c >= 48 && c <= 57)) throw giveUp;
  // Digits, +, -, ., E, e
  while ((c >= 48 && c <= 57) || c === 46 || c === 45 || c === 43 || (c | 32) === 101) c = text.charCodeAt(++at);
  return text.substring(start, at);
}

function readFloat(old) {
  if (isNull()) return old;
  const value = Number(readNumber());
  return Number.isFinite(value) ? value : refuse();
}

function integerReader({ kind }) {
  const isSigned = kind < UINT, size = [64, 8, 16, 32, 64, 64, 8, 16, 32, 64, 64][kind - INT];
  const low = isSigned ? -(2n ** BigInt(size - 1)) : 0n, high = (isSigned ? -low : 2n ** BigInt(size)) - 1n;
  const least = Number(low), most = Number(high);
  return (old) => {
    if (isNull()) return old;
    const digits = readNumber();
    if (!(isSigned ? /^-?\d+$/ : /^\d+$/).test(digits)) throw giveUp;
    const value = digits === "-0" ? 0 : Number(digits);
    if (digits.length > 15) {
      const exact = BigInt(digits);
      if (exact < low || exact > high) throw giveUp;
      return kind !== UINT64 && Number.isSafeInteger(value) ? value : exact;
    }
    if (value < least || value > most) throw giveUp;
    return kind === UINT64 ? BigInt(value) : value;
  };
}

/** Takes a string. */
function readString() {
  expect(34);
  const start = at;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === 34) return text.substring(start, at++);
    if (c === 92 || c > 127) return readEscaped(start);
    at++;
  }
}

const escapes = new Map([[34, "\""], [92, "\\"], [47, "/"], [98, "\b"], [102, "\f"], [110, "\n"], [114, "\r"], [116, "\t"]]);

/** The rest of a string from where something is not plain ASCII. */
function readEscaped(start) {
  let value = text.substring(start, at);
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === 34) {
      at++;
      return value;
    }
    if (c > 127) {
      const decoded = decodeRune(text, at), width = decoded & 7;
      value += decoded >> 3 === 0xfffd ? "\xef\xbf\xbd" : text.substring(at, at + width);
      at += width;
    } else if (c !== 92) {
      value += text[at++];
    } else if (text.charCodeAt(at + 1) === 117) {
      value += runeToString(readSurrogates());
    } else {
      value += escapes.get(text.charCodeAt(at + 1));
      at += 2;
    }
  }
}

/** Takes \uXXXX, and the second half of a pair. */
function readSurrogates() {
  const high = parseInt(text.substring(at + 2, at + 6), 16);
  at += 6;
  if (high < 0xd800 || high > 0xdfff) return high;
  if (high < 0xdc00 && text.startsWith("\\u", at)) {
    const low = parseInt(text.substring(at + 2, at + 6), 16);
    if (low >= 0xdc00 && low <= 0xdfff) {
      at += 6;
      return (high - 0xd800) * 1024 + (low - 0xdc00) + 0x10000;
    }
  }
  return 0xfffd;
}

function pointerReader(type) {
  const { elem } = type, reader = readerOf(elem);
  if (elem.kind === ARRAY) return refuse;
  if (elem.kind === STRUCT) return (old) => isNull() ? null : reader.read(old ?? elem.zero());
  return (old) => {
    if (isNull()) return null;
    const pointer = old ?? new Box(elem.zero());
    pointer.v = reader.read(pointer.v);
    return pointer;
  };
}

function sliceReader(type) {
  const { elem } = type, kind = elem.elements, reader = readerOf(elem);
  return (old) => {
    if (isNull()) return nilSlice;
    // Elements that are there already would be read into.
    if (old.capacity > 0) throw giveUp;
    return readList(kind, () => reader.read(kind.zero()));
  };
}

function readList(kind, readElement) {
  expect(91);
  enter();
  let array = [], capacity = 0;
  if (peek() === 93) at++;
  else {
    do {
      if (array.length === capacity) capacity = grownCapacity(kind, capacity + 1, capacity);
      array.push(readElement());
    } while (goesOn(93));
  }
  depth--;
  const { length } = array;
  if (kind.typed) {
    const typed = new kind.typedArray(capacity);
    typed.set(array);
    array = typed;
  }
  return new Slice(array, 0, length, capacity);
}

function mapReader(type) {
  if (type.key.kind !== STRING || isSpecial(type.key, interfaces)) return refuse;
  const { elem } = type, reader = readerOf(elem);
  return (old) => isNull() ? nilMap : readEntries(old === nilMap ? new Map() : old, () => reader.read(elem.zero()));
}

function readEntries(map, readElement) {
  expect(123);
  enter();
  if (peek() === 125) at++;
  else {
    do {
      peek();
      const key = readString();
      expect(58);
      map.set(key, readElement());
    } while (goesOn(125));
  }
  depth--;
  return map;
}

function structReader(type) {
  const byName = new Map(), byLowerName = new Map();
  for (const { name, property, type: fieldType } of fieldsOf(type)) {
    const field = { property, reader: readerOf(fieldType) };
    byName.set(name, field);
    if (!byLowerName.has(name.toLowerCase())) byLowerName.set(name.toLowerCase(), field);
  }
  return (x) => {
    if (isNull()) return x;
    expect(123);
    enter();
    if (peek() === 125) at++;
    else {
      do {
        peek();
        const key = readString();
        expect(58);
        const field = byName.get(key) ?? byLowerName.get(lower(key));
        if (field === undefined) readAny();
        else x[field.property] = field.reader.read(x[field.property]);
      } while (goesOn(125));
    }
    depth--;
    return x;
  };
}

/** spec of encoding/json: "preferring an exact match but also accepting a case-insensitive match". */
function lower(key) {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) > 127) throw giveUp;
  return key.toLowerCase();
}

/** Any value, as an interface. */
function readAny() {
  const c = peek();
  switch (c) {
    case 34:
      return readString();
    case 123:
      return new ObjectBox(readEntries(new Map(), readAny));
    case 91:
      return new ArrayBox(readList(ANY, readAny));
    case 116:
    case 102:
    case 110:
      return readBool(null);
    default:
      return new NumberBox(readFloat(0));
  }
}
