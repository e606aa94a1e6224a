import { runtimeError, Slice } from "goes:runtime";

// Strings have one char per byte, so these are JavaScript's own functions.

function sliceOf(array) {
  return new Slice(array, 0, array.length, array.length);
}

export function count(s, substring) {
  let n = 0;
  for (let i = s.indexOf(substring); i >= 0; i = s.indexOf(substring, i + substring.length)) n++;
  return n;
}

export function contains(s, substring) {
  return s.includes(substring);
}

export function hasPrefix(s, prefix) {
  return s.startsWith(prefix);
}

export function hasSuffix(s, suffix) {
  return s.endsWith(suffix);
}

export function index(s, substring) {
  return s.indexOf(substring);
}

export function lastIndex(s, substring) {
  return s.lastIndexOf(substring);
}

export function indexByte(s, c) {
  return s.indexOf(String.fromCharCode(c));
}

export function lastIndexByte(s, c) {
  return s.lastIndexOf(String.fromCharCode(c));
}

export function isASCII(s) {
  return /^[\0-\x7f]*$/.test(s);
}

export function indexSet(s, set, want) {
  for (let i = 0; i < s.length; i++) if (set.includes(s[i]) === want) return i;
  return -1;
}

export function lastIndexSet(s, set, want) {
  for (let i = s.length - 1; i >= 0; i--) if (set.includes(s[i]) === want) return i;
  return -1;
}

export function join({ array, offset, length }, separator) {
  if (length < 2) return length === 0 ? "" : array[offset];
  return (offset === 0 && length === array.length ? array : array.slice(offset, offset + length)).join(separator);
}

/** Hosts have shorter strings than Go has memory. */
export function repeat(s, n) {
  if (s === "") return "";
  try {
    return s.repeat(Number(n));
  } catch {
    return runtimeError("makeslice: len out of range");
  }
}

/** The pieces between are put together anew: a replacement text would have a meaning of "$" in JavaScript. */
export function replaceAll(s, old, replacement) {
  return s.includes(old) ? s.split(old).join(replacement) : s;
}

export function upperASCII(s) {
  return s.toUpperCase();
}

export function lowerASCII(s) {
  return s.toLowerCase();
}

export function split(s, separator) {
  return sliceOf(s.split(separator));
}

export function fields(s) {
  return sliceOf(s.match(/[^\t-\r ]+/g) ?? []);
}

/** White space at the beginning, as bytes of UTF-8. */
const spaceBefore = /^(?:[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)+/;

/** One such character at the end. */
const spaceAtEnd = /(?:[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)$/;

export function trimSpace(s) {
  let start = 0, end = s.length;
  while (start < end && isSpace(s.charCodeAt(start))) start++;
  if (start < end && s.charCodeAt(start) >= 0x80) start += spaceBefore.exec(s.substring(start))?.[0].length ?? 0;
  while (end > start) {
    const c = s.charCodeAt(end - 1);
    if (isSpace(c)) end--;
    else if (c < 0x80) break;
    else {
      const match = spaceAtEnd.exec(s.substring(Math.max(start, end - 3), end));
      if (match === null) break;
      end -= match[0].length;
    }
  }
  return s.substring(start, end);
}

function isSpace(c) {
  return c === 32 || (c >= 9 && c <= 13);
}

export function fromByte(c) {
  return String.fromCharCode(c);
}

/** What a Replacer does, for its pairs of old and new: a function. */
export function replacer({ array, offset, length }) {
  const pairs = new Map();
  for (let i = 0; i < length; i += 2) {
    const old = array[offset + i];
    if (!pairs.has(old)) pairs.set(old, array[offset + i + 1]);
  }
  if (pairs.has("")) return (s) => replaceAround(s, pairs);
  if (pairs.size === 0) return (s) => s;
  // Of several that match at a place, the first counts, for Go as for an alternative in a pattern.
  const olds = [...pairs.keys()].map((old) => old.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(olds.join("|"), "g");
  return (s) => s.replace(pattern, (old) => pairs.get(old));
}

/** The empty string matches at each place, but not twice, nor does it hide what comes later in the order. */
function replaceAround(s, pairs) {
  const entries = [...pairs];
  let text = "", wasEmpty = false;
  for (let i = 0; i <= s.length;) {
    const found = entries.find(([old]) => (old === "" ? !wasEmpty : s.startsWith(old, i)));
    wasEmpty = found !== undefined && found[0] === "";
    if (found !== undefined) {
      text += found[1];
      i += found[0].length;
    } else {
      text += s.charAt(i);
      i++;
    }
  }
  return text;
}

export function applyReplacer(replace, s) {
  return replace(s);
}

/** A byte string as one piece: V8 joins the pieces of a string when a char of it is asked for. */
export function joined(s) {
  return s.charCodeAt(0) < 256 ? s : "";
}
