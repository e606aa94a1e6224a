import { decodeRune, nilMap, nilSlice, typeOf, unwrap } from "goes:runtime";
import { ARRAY, BOOL, FLOAT64, giveUp, INT, INTERFACE, isSpecial, fieldsOf, MAP, POINTER, SLICE, STRING, STRUCT, UINT8, UINTPTR } from "./plan.js";

/** How values are written, by type: objects with a method `write`, which appends to `out`. */
const writers = new Map();
let out = "", escapesHTML = true, depth = 0, interfaces = [];

/** The JSON of an interface value, and whether there is any that can be told here. */
export function encodeFast(v, escapeHTML, marshaler, textMarshaler) {
  out = "";
  escapesHTML = escapeHTML;
  depth = 0;
  if (interfaces.length === 0) interfaces = [typeOf(marshaler).elem, typeOf(textMarshaler).elem];
  try {
    writeDynamic(v);
    return [out, true];
  } catch (e) {
    if (e !== giveUp) throw e;
    return ["", false];
  } finally {
    out = "";
  }
}

function writeDynamic(x) {
  if (x === null) out += "null";
  else if (typeof x === "string") out += quoted(x);
  else writerOf(typeOf(x)).write(unwrap(x));
}

function writerOf(type) {
  let writer = writers.get(type);
  if (writer === undefined) {
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

function refuse() {
  throw giveUp;
}

function newWriter(type) {
  const { kind } = type;
  if (kind >= INT && kind <= UINTPTR) return writeInteger;
  switch (kind) {
    case BOOL:
      return writeInteger;
    case FLOAT64:
      return writeFloat;
    case STRING:
      return (x) => void (out += quoted(x));
    case INTERFACE:
      return nested(writeDynamic);
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

/** Gives up where values are nested deeply: they may contain themselves. */
function nested(write) {
  return (x) => {
    if (++depth > 500) throw giveUp;
    write(x);
    depth--;
  };
}

function writeInteger(x) {
  out += x;
}

function writeFloat(x) {
  if (!Number.isFinite(x)) throw giveUp;
  out += Object.is(x, -0) ? "-0" : x;
}

function pointerWriter(type) {
  const elem = writerOf(type.elem), { kind } = type.elem;
  const isObject = kind === STRUCT || kind === ARRAY;
  return nested((x) => {
    if (x === null) out += "null";
    else elem.write(isObject ? x : x.v);
  });
}

function sliceWriter(type) {
  const elem = writerOf(type.elem);
  return nested((s) => {
    if (s === nilSlice) out += "null";
    else writeList(elem, s.array, s.offset, s.length);
  });
}

function listWriter(elem) {
  return nested((array) => writeList(elem, array, 0, array.length));
}

function writeList(elem, array, start, length) {
  out += "[";
  for (let i = 0; i < length; i++) {
    if (i > 0) out += ",";
    elem.write(array[start + i]);
  }
  out += "]";
}

function mapWriter(type) {
  if (type.key.kind !== STRING || isSpecial(type.key, interfaces)) return refuse;
  const elem = writerOf(type.elem);
  return nested((m) => {
    if (m === nilMap) {
      out += "null";
      return;
    }
    const keys = [...m.keys()];
    if (keys.length > 1) keys.sort();
    let before = "{";
    for (const key of keys) {
      out += before + quoted(key) + ":";
      elem.write(m.get(key));
      before = ",";
    }
    out += keys.length === 0 ? "{}" : "}";
  });
}

function structWriter(type) {
  const fields = fieldsOf(type).map(({ name, property, type, omitsEmpty }) => ({
    key: `"${name}":`, property, writer: writerOf(type), isEmpty: omitsEmpty ? emptiness(type) : null,
  }));
  return (x) => {
    let before = "{";
    for (let i = 0; i < fields.length; i++) {
      const { key, property, writer, isEmpty } = fields[i], value = x[property];
      if (isEmpty !== null && isEmpty(value)) continue;
      out += before + key;
      writer.write(value);
      before = ",";
    }
    out += before === "{" ? "{}" : "}";
  };
}

/** Whether a value counts as empty for omitempty. */
function emptiness({ kind }) {
  switch (kind) {
    case ARRAY:
    case SLICE:
      return (x) => x.length === 0;
    case MAP:
      return (x) => x.size === 0;
    case STRUCT:
      return () => false;
    default:
      // false, 0, 0n, "" and null
      return (x) => !x;
  }
}

/** A string that stands for itself between its quotes. */
const plain = /^[ !#-%'-;=?-[\]-~]*$/;

function quoted(s) {
  if (s.length > 24) return plain.test(s) ? `"${s}"` : escaped(s);
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c < 32 || c === 34 || c === 38 || c === 60 || c === 62 || c === 92 || c > 126) return escaped(s);
  }
  return `"${s}"`;
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
      if (rune === 0xfffd && width === 1) instead = "\\ufffd";
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
