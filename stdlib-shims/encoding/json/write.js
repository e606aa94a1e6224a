import { copyBytes, decodeRune, grownCapacity, nilMap, nilSlice, Slice, typeOf, UINT8 as BYTES, unwrap } from "goes:runtime";
import { ARRAY, BOOL, FLOAT64, giveUp, INT, INTERFACE, isSpecial, fieldsOf, MAP, POINTER, SLICE, STRING, STRUCT, UINT8, UINTPTR } from "./plan.js";

// What every value uses is declared by `var`, for the reason that the runtime's goroutine.js tells.

/** How values are written, by type: objects with a method `write`, which appends to `out`. */
const writers = new Map();
/** So much room is left in `out` wherever a value begins, and a bit less where it ends: enough for all closing brackets. */
const spare = 1024;
/** What is written so far: the first bytes of `out`, up to `at`. */
var out = new Uint8Array(2 * spare), at = 0;
/** The keys of the maps that are being written, up to `top`; those of the innermost map are the last. */
var keys = [], top = 0;
/** The key that was added last, and whether none was added since `isSorted` was set that belongs before another. */
var lastKey = "", isSorted = true;
var escapesHTML = true, invalid = "", interfaces = [];
/** How deeply values are nested. Where they are nested very deeply, they may contain themselves. */
var depth = 0;

/** The JSON of an interface value, and whether there is any that can be told here. `replacement` takes the place of what
 * is not UTF-8. */
export function encodeFast(v, escapeHTML, replacement, marshaler, textMarshaler) {
  at = depth = 0;
  escapesHTML = escapeHTML;
  invalid = replacement;
  if (interfaces.length === 0) interfaces = [typeOf(marshaler).elem, typeOf(textMarshaler).elem];
  try {
    writeDynamic(v);
    const text = new Uint8Array(grownCapacity(BYTES, at, 0));
    text.set(out.subarray(0, at));
    return [new Slice(text, 0, at, text.length), true];
  } catch (e) {
    if (e !== giveUp) throw e;
    return [nilSlice, false];
  } finally {
    top = 0;
    // What was unusually long is not kept.
    if (out.length > 1048576) out = new Uint8Array(2 * spare);
    if (keys.length > 1000) keys = [];
  }
}

/** Makes room for n more bytes. */
function grow(n) {
  const larger = new Uint8Array(2 * out.length + n);
  larger.set(out);
  out = larger;
}

/** Writes a string as it is. */
function writeText(s) {
  const n = s.length, start = at;
  if (start + n + spare > out.length) grow(n);
  const bytes = out;
  if (n > 32) copyBytes(bytes, start, s);
  else for (let i = 0; i < n; i++) bytes[start + i] = s.charCodeAt(i);
  at = start + n;
}

function writeDynamic(x) {
  if (x === null) writeText("null");
  else if (typeof x === "string") writeString(x);
  else writeWith(writerOf(typeOf(x)), unwrap(x));
}

function writeNested(x) {
  if (++depth > 500) throw giveUp;
  writeDynamic(x);
  depth--;
}

function writerOf(type) {
  let writer = writers.get(type);
  if (writer === undefined) {
    // The writer of a struct writes nil pointers as well.
    if (type.kind === POINTER && type.elem.kind === STRUCT && !isSpecial(type, interfaces)) {
      writers.set(type, writer = writerOf(type.elem));
      return writer;
    }
    // Types may contain themselves: their writer is known before it can write.
    writer = { write: null };
    writers.set(type, writer);
    try {
      writer.write = isSpecial(type, interfaces) ? refuse : newWriter(type);
    } catch (e) {
      if (e !== giveUp) throw e;
      writer.write = refuse;
    }
  }
  return writer;
}

/** Writes a value. One place for all types, so that the engine does not compile the ways of writing into each other. */
function writeWith(writer, x) {
  writer.write(x);
}

function refuse() {
  throw giveUp;
}

function newWriter(type) {
  const { kind } = type;
  if (kind >= INT && kind <= UINTPTR) return writeNumber;
  switch (kind) {
    case BOOL:
      return (x) => writeText(x ? "true" : "false");
    case FLOAT64:
      return writeNumber;
    case STRING:
      return writeString;
    case INTERFACE:
      return writeNested;
    case POINTER:
      return pointerWriter(type);
    case SLICE:
      return type.elem.kind === UINT8 ? refuse : sliceWriter(type);
    case ARRAY:
      return listWriter(writerOf(type.elem));
    case MAP:
      return mapWriter(type);
    case STRUCT:
      return structWriter(type);
    default:
      return refuse;
  }
}

/** Writes a number of any kind. */
function writeNumber(x) {
  if (typeof x !== "number" || (x | 0) !== x || Object.is(x, -0)) return writeLongNumber(x);
  // As JavaScript would, without a string.
  if (at + spare > out.length) grow(spare);
  const bytes = out;
  let rest = x;
  if (x < 0) {
    bytes[at++] = 45;
    rest = -x;
  }
  let end = at + 1;
  for (let limit = 10; rest >= limit; limit *= 10) end++;
  at = end;
  do {
    const tens = rest / 10 | 0;
    bytes[--end] = 48 + rest - 10 * tens;
    rest = tens;
  } while (rest > 0);
}

function writeLongNumber(x) {
  if (typeof x === "number" && !Number.isFinite(x)) throw giveUp;
  writeText(Object.is(x, -0) ? "-0" : String(x));
}

function pointerWriter(type) {
  const elem = writerOf(type.elem), isArray = type.elem.kind === ARRAY;
  return (x) => {
    if (x === null) return writeText("null");
    if (++depth > 500) throw giveUp;
    writeWith(elem, isArray ? x : x.v);
    depth--;
  };
}

function sliceWriter(type) {
  const elem = writerOf(type.elem);
  return (s) => {
    if (s === nilSlice) writeText("null");
    else writeList(elem, s.array, s.offset, s.length);
  };
}

function listWriter(elem) {
  return (array) => writeList(elem, array, 0, array.length);
}

function writeList(elem, array, start, length) {
  if (++depth > 500) throw giveUp;
  if (at + spare > out.length) grow(spare);
  if (length === 0) out[at++] = 91;
  for (let i = 0; i < length; i++) {
    out[at++] = i === 0 ? 91 : 44;
    writeWith(elem, array[start + i]);
  }
  out[at++] = 93;
  depth--;
}

function mapWriter(type) {
  if (type.key.kind !== STRING || isSpecial(type.key, interfaces)) return refuse;
  const elem = writerOf(type.elem);
  return (m) => {
    if (m.size === 0) return writeText(m === nilMap ? "null" : "{}");
    if (++depth > 500) throw giveUp;
    if (at + spare > out.length) grow(spare);
    const from = top;
    lastKey = "";
    isSorted = true;
    m.forEach(addKey);
    if (!isSorted) sortKeys(from);
    for (let i = from, end = top; i < end; i++) {
      const key = keys[i];
      out[at++] = i === from ? 123 : 44;
      writeString(key);
      out[at++] = 58;
      writeWith(elem, m.get(key));
    }
    top = from;
    out[at++] = 125;
    depth--;
  };
}

function addKey(_value, key) {
  if (key < lastKey) isSorted = false;
  lastKey = key;
  if (top === keys.length) keys.push(key);
  else keys[top] = key;
  top++;
}

/** Sorts the keys from an index to the top. JavaScript's own sort leaves a kilobyte of garbage, even of two. */
function sortKeys(from) {
  if (top - from > 16) {
    const sorted = keys.slice(from, top).sort();
    for (let i = 0; i < sorted.length; i++) keys[from + i] = sorted[i];
    return;
  }
  for (let i = from + 1; i < top; i++) {
    const key = keys[i];
    let to = i;
    for (; to > from && keys[to - 1] > key; to--) keys[to] = keys[to - 1];
    keys[to] = key;
  }
}

function structWriter(type) {
  const fields = fieldsOf(type).map(({ name, property, type, omitsEmpty }) => ({
    key: Uint8Array.from(`,"${name}":`, (c) => c.charCodeAt(0)), property, writer: writerOf(type), size: sizeOf(type), omitsEmpty: omitsEmpty && type.kind !== STRUCT,
  }));
  return (x) => {
    if (x === null) return writeText("null");
    if (++depth > 500) throw giveUp;
    if (at + spare > out.length) grow(spare);
    const start = at;
    for (let i = 0; i < fields.length; i++) {
      const { key, property, writer, size, omitsEmpty } = fields[i], value = x[property];
      // false, 0, 0n, "" and null are empty
      if (omitsEmpty && !(size === "" ? value : value[size])) continue;
      if (at + key.length + spare > out.length) grow(key.length);
      out.set(key, at);
      at += key.length;
      writeWith(writer, value);
    }
    // The first key has the brace where others have their comma.
    if (at === start) at++;
    out[start] = 123;
    out[at++] = 125;
    depth--;
  };
}

/** The property of values that is 0 where they count as empty for omitempty; "" if they themselves tell. */
function sizeOf({ kind }) {
  return kind === ARRAY || kind === SLICE ? "length" : kind === MAP ? "size" : "";
}

/** Bytes that stand for themselves in a string, whether or not HTML is escaped. */
var plain = Uint8Array.from({ length: 256 }, (_, c) => c >= 32 && c < 127 && !"\"&<>\\".includes(String.fromCharCode(c)) ? 1 : 0);

/** Writes a string between quotes. */
function writeString(s) {
  const n = s.length;
  if (at + n + spare > out.length) grow(n);
  const bytes = out;
  let to = at;
  bytes[to++] = 34;
  for (let i = 0; i < n; i++) {
    const c = s.charCodeAt(i);
    if (plain[c] === 0) return writeText(escaped(s));
    bytes[to++] = c;
  }
  bytes[to++] = 34;
  at = to;
}

const short = new Map([[8, "\\b"], [9, "\\t"], [10, "\\n"], [12, "\\f"], [13, "\\r"], [34, "\\\""], [92, "\\\\"]]);

function escaped(s) {
  let text = "\"", start = 0;
  for (let i = 0; i < s.length;) {
    const c = s.charCodeAt(i);
    let width = 1, instead = "";
    if (c < 128) {
      const isHTML = escapesHTML && (c === 60 || c === 62 || c === 38);
      if (c < 32 || c === 34 || c === 92 || isHTML) instead = short.get(c) ?? "\\u00" + c.toString(16).padStart(2, "0");
    } else {
      const decoded = decodeRune(s, i), rune = decoded >> 3;
      width = decoded & 7;
      if (rune === 0xfffd && width === 1) instead = invalid;
      else if (rune === 0x2028 || rune === 0x2029) instead = "\\u" + rune.toString(16);
    }
    if (instead !== "") {
      text += s.substring(start, i) + instead;
      start = i + width;
    }
    i += width;
  }
  return text + s.substring(start) + "\"";
}
