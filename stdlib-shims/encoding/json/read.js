import { bytesToString, Box, decodeRune, INTERFACE as ANY, nilMap, nilSlice, runeToString, Slice, typeOf, unwrap } from "goes:runtime";
import {
  ARRAY, BOOL, boxes, capacityOf, fieldsByName, FLOAT64, giveUp, INT, INTERFACE, integerBounds, isSpecial, lower, MAP, POINTER, SLICE, STRING, STRUCT, UINT64,
  UINT8, UINTPTR,
} from "./plan.js";
import { isTaken, refuse, take } from "./take.js";
import { escapes, isValid } from "./valid.js";

/** How values are read, by type: objects with a method `read`, which takes what is there and gives what is to be. */
const readers = new Map();
/** The text as bytes and as a string; what comes next is at `at`. */
let bytes = new Uint8Array(0), text = "", at = 0, depth = 0;
/** How much has been read through JSON.parse. */
let taken = 0;

/** Reads JSON into what v points to. False if Go's own code has to do it, from the beginning: what has been stored
 * until then will be stored again. What is no JSON is not stored at all: it is looked through before, unless all
 * that is made of it is new. */
export function decodeFast(data, v, unmarshaler, textUnmarshaler, object, array, number) {
  if (boxes.interfaces.length === 0) {
    boxes.interfaces = [typeOf(unmarshaler).elem, typeOf(textUnmarshaler).elem];
    [boxes.ObjectBox, boxes.ArrayBox, boxes.NumberBox] = [object.constructor, array.constructor, number.constructor];
  }
  const type = v === null ? null : typeOf(v), pointer = type?.kind === POINTER ? unwrap(v) : null;
  if (pointer === null || data.length === 0 || !isTaken(type) || !isTaken(type.elem)) return false;
  const { elem } = type, isObject = elem.kind === STRUCT || elem.kind === ARRAY, old = isObject ? pointer : pointer.v;
  const isNew = !isObject && (elem.kind !== POINTER || old === null) && (elem.kind !== MAP || old === nilMap);
  text = bytesToString(data);
  try {
    let value = giveUp;
    // By the time the engine has compiled what follows, it is faster.
    if (taken < 4e6 && data.length < 1e6) {
      taken += data.length;
      value = take(text, elem, old, isNew);
    }
    if (value === giveUp) {
      if (!isNew && !isValid(data)) return false;
      value = read(data, elem, old);
    }
    if (!isObject) pointer.v = value;
    return true;
  } catch (e) {
    if (e !== giveUp) throw e;
    return false;
  } finally {
    text = "";
    bytes = new Uint8Array(0);
  }
}

/** Reads `text`, whose bytes are given. */
function read(data, type, old) {
  bytes = data.array.subarray(data.offset, data.offset + data.length);
  at = 0;
  depth = 0;
  const value = readerOf(type).read(old);
  return peek() === undefined ? value : refuse();
}

function readerOf(type) {
  let reader = readers.get(type);
  if (reader === undefined) {
    // Types may contain themselves: their reader is known before it can read.
    reader = { read: null };
    readers.set(type, reader);
    try {
      reader.read = isSpecial(type, boxes.interfaces) ? refuse : newReader(type);
    } catch (e) {
      if (e !== giveUp) throw e;
      reader.read = refuse;
    }
  }
  return reader;
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

/** The first byte of the next token; undefined at the end. */
function peek() {
  let c = bytes[at];
  while (c === 32 || c === 10 || c === 13 || c === 9) c = bytes[++at];
  return c;
}

/** Takes a word. */
function word(letters) {
  if (!text.startsWith(letters, at)) throw giveUp;
  at += letters.length;
}

/** Takes null, if it comes next. spec of encoding/json: "unmarshaling a JSON null into any other Go type has no effect". */
function isNull() {
  if (peek() !== 110) return false;
  word("null");
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
  if (c === 44) return true;
  return c === end ? false : refuse();
}

function enter() {
  if (++depth > 500) throw giveUp;
}

function readBool(old) {
  const c = peek();
  word(c === 116 ? "true" : c === 102 ? "false" : "null");
  return c === 110 ? old : c === 116;
}

const numbers = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Takes a number: its characters. */
function readNumber() {
  numbers.lastIndex = at;
  const match = numbers.exec(text);
  if (match === null) throw giveUp;
  at = numbers.lastIndex;
  return match[0];
}

/** Powers of ten that are exact. */
const powers = Array.from({ length: 16 }, (_, i) => 10 ** i);

function readFloat(old) {
  if (isNull()) return old;
  // Up to 15 digits make an exact integer; one division by an exact power of ten rounds as the standard wants.
  const isNegative = bytes[at] === 45, from = isNegative ? at + 1 : at;
  let i = from, value = 0, point = 0, c = bytes[i];
  for (; (c >= 48 && c <= 57) || (c === 46 && point === 0); c = bytes[++i]) {
    if (c === 46) point = i + 1;
    else value = value * 10 + c - 48;
  }
  if (i === from || i - from > 15 || i === point || (bytes[from] === 48 && i > from + 1 && point !== from + 2) || point === from + 1 || (c | 32) === 101) {
    return readLongFloat();
  }
  at = i;
  if (point > 0) value /= powers[i - point];
  return isNegative ? -value : value;
}

function readLongFloat() {
  const value = Number(readNumber());
  return Number.isFinite(value) ? value : refuse();
}

function integerReader({ kind }) {
  const { low, high, least, most } = integerBounds(kind), isSigned = low < 0n;
  return (old) => {
    if (isNull()) return old;
    const short = kind === UINT64 ? undefined : readShort(least, most);
    if (short !== undefined) return short;
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

/** Takes an integer of up to nine digits between two bounds; undefined for all else. */
function readShort(least, most) {
  const isNegative = bytes[at] === 45, from = isNegative ? at + 1 : at;
  let i = from, value = 0, c = bytes[i];
  for (; c >= 48 && c <= 57; c = bytes[++i]) value = value * 10 + c - 48;
  if (i === from || i - from > 9 || (bytes[from] === 48 && i > from + 1) || c === 46 || (c | 32) === 101) return undefined;
  if (isNegative) {
    // Not even -0 is unsigned.
    if (least === 0) return undefined;
    value = 0 - value;
  }
  if (value < least || value > most) return undefined;
  at = i;
  return value;
}

/** Bytes that stand for themselves in a string. */
const plain = Uint8Array.from({ length: 256 }, (_, c) => c >= 32 && c < 128 && c !== 34 && c !== 92 ? 1 : 0);

/** Takes a string. */
function readString() {
  expect(34);
  const from = at;
  let i = at;
  while (plain[bytes[i]] === 1) i++;
  at = i;
  return bytes[i] === 34 ? text.substring(from, at++) : readEscaped(from);
}

/** The rest of a string from where something is not plain ASCII. */
function readEscaped(from) {
  let value = text.substring(from, at);
  for (;;) {
    const c = bytes[at];
    if (c === 34) {
      at++;
      return value;
    }
    if (c > 127) {
      const decoded = decodeRune(text, at), width = decoded & 7;
      value += decoded >> 3 === 0xfffd ? "\xef\xbf\xbd" : text.substring(at, at + width);
      at += width;
    } else if (plain[c] === 1) {
      const plainFrom = at;
      while (plain[bytes[at]] === 1) at++;
      value += text.substring(plainFrom, at);
    } else if (c !== 92) {
      // A control character, or the end.
      throw giveUp;
    } else if (bytes[at + 1] === 117) {
      value += runeToString(readSurrogates());
    } else {
      value += escapes.get(bytes[at + 1]) ?? refuse();
      at += 2;
    }
  }
}

/** The number that four hexadecimal digits stand for. */
function hex(from) {
  const digits = text.substring(from, from + 4);
  return /^[\da-fA-F]{4}$/.test(digits) ? parseInt(digits, 16) : refuse();
}

/** Takes \uXXXX, and the second half of a pair. */
function readSurrogates() {
  const high = hex(at + 2);
  at += 6;
  if (high < 0xd800 || high > 0xdfff) return high;
  if (high < 0xdc00 && bytes[at] === 92 && bytes[at + 1] === 117) {
    const low = hex(at + 2);
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
  const { elem } = type, kind = elem.elements, reader = readerOf(elem), readElement = () => reader.read(kind.zero());
  return (old) => {
    if (isNull()) return nilSlice;
    // Elements that are there already would be read into.
    if (old.capacity > 0) throw giveUp;
    return readList(kind, readElement);
  };
}

function readList(kind, readElement) {
  expect(91);
  enter();
  let array = [];
  if (peek() === 93) at++;
  else {
    do array.push(readElement());
    while (goesOn(93));
  }
  depth--;
  const { length } = array, capacity = capacityOf(kind, length);
  if (kind.typed) {
    const typed = new kind.typedArray(capacity);
    typed.set(array);
    array = typed;
  }
  return new Slice(array, 0, length, capacity);
}

function mapReader(type) {
  if (type.key.kind !== STRING || isSpecial(type.key, boxes.interfaces)) return refuse;
  const { elem } = type, reader = readerOf(elem), readElement = () => reader.read(elem.zero());
  return (old) => isNull() ? nilMap : readEntries(old === nilMap ? new Map() : old, readElement);
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
  const { first, byName, byLowerName } = fieldsByName(type, readerOf);
  for (const field of byName.values()) field.key = Uint8Array.from(`"${field.name}":`, (c) => c.charCodeAt(0));
  return (x) => {
    if (isNull()) return x;
    expect(123);
    enter();
    let expected = first;
    if (peek() === 125) at++;
    else {
      do {
        const field = isKey(expected) ? expected : findField(byName, byLowerName);
        if (field === undefined) readAny();
        else {
          expected = field.next;
          readField(x, field);
        }
      } while (goesOn(125));
    }
    depth--;
    return x;
  };
}

function readField(x, { property, how, isScalar }) {
  if (!isScalar) x[property] = how.read(x[property]);
  else {
    // null leaves what is there.
    const value = how.read(undefined);
    if (value !== undefined) x[property] = value;
  }
}

/** Takes the key and the colon of the field that is expected, if they come next, with nothing between. */
function isKey(field) {
  if (field === null) return false;
  const { key } = field, from = at;
  for (let i = 0; i < key.length; i++) if (bytes[from + i] !== key[i]) return false;
  at = from + key.length;
  return true;
}

/** Takes a key and its colon: the field of that name, if there is one. */
function findField(byName, byLowerName) {
  const key = readString();
  expect(58);
  return byName.get(key) ?? byLowerName.get(lower(key));
}

/** Any value, as an interface. */
function readAny() {
  const c = peek();
  switch (c) {
    case 34:
      return readString();
    case 123:
      return new boxes.ObjectBox(readEntries(new Map(), readAny));
    case 91:
      return new boxes.ArrayBox(readList(ANY, readAny));
    case 116:
    case 102:
    case 110:
      return readBool(null);
    default:
      return new boxes.NumberBox(readFloat(0));
  }
}
