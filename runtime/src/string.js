import { UINT8 } from "./elements.js";
import { boundsOutOfRange, extend, indexOutOfRange, nilSlice, Slice } from "./slice.js";

// A Go string is a JavaScript string with one char (0 … 255) per byte.

/** The byte string of a JavaScript string, in UTF-8. Lone surrogates become U+FFFD.
 * @param {string} text UTF-16 @returns {string} */
export function fromHost(text) {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  let bytes = "";
  for (const c of text) bytes += runeToString(/** @type {number} */ (c.codePointAt(0)));
  return bytes;
}

/** The byte string of a literal. @param {string} text UTF-16 @returns {string} */
export function utf8(text) {
  return fromHost(text);
}

/** The JavaScript string of a byte string. What is not UTF-8 becomes U+FFFD. @param {string} bytes @returns {string} */
export function toHost(bytes) {
  if (/^[\0-\x7f]*$/.test(bytes)) return bytes;
  let text = "";
  for (let i = 0; i < bytes.length;) {
    const decoded = decodeRune(bytes, i);
    text += String.fromCodePoint(decoded >> 3);
    i += decoded & 7;
  }
  return text;
}

/** @param {string} s @param {any} i @returns {number} the byte */
export function stringIndex(s, i) {
  if (!(i >= 0 && i < s.length)) indexOutOfRange(i, s.length);
  return s.charCodeAt(i);
}

/** Go: s[low:high]. @param {string} s @param {any} [low] @param {any} [high] @returns {string} */
export function substring(s, low = 0, high = s.length) {
  if (!(low >= 0 && low <= high && high <= s.length)) boundsOutOfRange(low, high, s.length, "length");
  return s.substring(low, high);
}

/** The code point at a byte index: rune * 8 + width. Bytes that are not UTF-8 give U+FFFD of width 1.
 * @param {string} s @param {number} i @returns {number} */
export function decodeRune(s, i) {
  const c = s.charCodeAt(i);
  return c < 128 ? c << 3 | 1 : decodeLong(s, i, c);
}

/** decodeRune beyond ASCII. @param {string} s @param {number} i @param {number} c its first byte @returns {number} */
function decodeLong(s, i, c) {
  const invalid = 0xfffd << 3 | 1;
  if (c < 0xc2 || c > 0xf4) return invalid;
  // charCodeAt is NaN beyond the end, and NaN ^ 128 is 128: out of 0 … 63.
  const c1 = s.charCodeAt(i + 1) ^ 128;
  if (c1 > 63 || i + 1 >= s.length) return invalid;
  if (c < 0xe0) return ((c & 31) << 6 | c1) << 3 | 2;
  const c2 = s.charCodeAt(i + 2) ^ 128;
  if (c2 > 63 || i + 2 >= s.length) return invalid;
  if (c < 0xf0) {
    const rune = (c & 15) << 12 | c1 << 6 | c2;
    return rune < 0x800 || (rune >= 0xd800 && rune < 0xe000) ? invalid : rune << 3 | 3;
  }
  const c3 = s.charCodeAt(i + 3) ^ 128;
  if (c3 > 63 || i + 3 >= s.length) return invalid;
  const rune = (c & 7) << 18 | c1 << 12 | c2 << 6 | c3;
  return rune < 0x10000 || rune > 0x10ffff ? invalid : rune << 3 | 4;
}

/** Go: string(rune). @param {number | bigint} r any integer @returns {string} */
export function runeToString(r) {
  if (r < 0 || r > 0x10ffff || (r >= 0xd800 && r < 0xe000)) return "\xef\xbf\xbd";
  const c = Number(r);
  if (c < 0x80) return String.fromCharCode(c);
  if (c < 0x800) return String.fromCharCode(c >> 6 | 0xc0, c & 63 | 128);
  if (c < 0x10000) return String.fromCharCode(c >> 12 | 0xe0, c >> 6 & 63 | 128, c & 63 | 128);
  return String.fromCharCode(c >> 18 | 0xf0, c >> 12 & 63 | 128, c >> 6 & 63 | 128, c & 63 | 128);
}

/** Go: []byte(s). @param {string} s @returns {Slice} */
export function stringToBytes(s) {
  const n = s.length, bytes = new Uint8Array(n);
  copyBytes(bytes, 0, s);
  return new Slice(bytes, 0, n, n);
}

/** @type {any} */
let bufferMethods;

/** What Node's Buffers can do, which have the fastest ways between bytes and text; nothing elsewhere. Looking them up
 * takes as long as what they do. */
function ofBuffers() {
  return bufferMethods ??= /** @type {any} */ (globalThis).Buffer?.prototype ?? {};
}

/** Puts the bytes of a string into an array.
 * @param {Uint8Array} bytes @param {number} start @param {string} text */
export function copyBytes(bytes, start, text) {
  const n = text.length, write = n < 64 ? undefined : ofBuffers().latin1Write;
  if (write) write.call(bytes, text, start, n);
  else for (let i = 0; i < n; i++) bytes[start + i] = text.charCodeAt(i);
}

/** Go: string(bytes). @param {Slice} s @returns {string} */
export function bytesToString(s) {
  return bytesToText(s.array, s.offset, s.offset + s.length);
}

/** The byte string of bytes. @param {Uint8Array} bytes @returns {string} */
export function byteString(bytes) {
  return bytesToText(bytes, 0, bytes.length);
}

/** The byte string of a part of bytes. @param {Uint8Array} bytes @param {number} start @param {number} end @returns {string} */
function bytesToText(bytes, start, end) {
  if (end - start < 16) return shortText(bytes, start, end);
  const slice = ofBuffers().latin1Slice;
  if (slice) return slice.call(bytes, start, end);
  let text = "";
  for (let i = start; i < end; i += 8192) text += String.fromCharCode.apply(null, /** @type {any} */ (bytes.subarray(i, Math.min(i + 8192, end))));
  return text;
}

/** bytesToText of less than 16 bytes: as few calls as possible.
 * @param {Uint8Array} bytes @param {number} i @param {number} end @returns {string} */
function shortText(bytes, i, end) {
  let text = "";
  if (end - i > 7) {
    text = String.fromCharCode(bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3], bytes[i + 4], bytes[i + 5], bytes[i + 6], bytes[i + 7]);
    i += 8;
  }
  if (end - i > 3) {
    text += String.fromCharCode(bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]);
    i += 4;
  }
  switch (end - i) {
    case 3:
      return text + String.fromCharCode(bytes[i], bytes[i + 1], bytes[i + 2]);
    case 2:
      return text + String.fromCharCode(bytes[i], bytes[i + 1]);
    case 1:
      return text + String.fromCharCode(bytes[i]);
    default:
      return text;
  }
}

/** Go: []rune(s). @param {string} s @returns {Slice} */
export function stringToRunes(s) {
  const runes = new Int32Array(s.length);
  let n = 0;
  for (let i = 0; i < s.length;) {
    const decoded = decodeRune(s, i);
    runes[n++] = decoded >> 3;
    i += decoded & 7;
  }
  return new Slice(n === s.length ? runes : runes.slice(0, n), 0, n, n);
}

/** Go: string(runes). @param {Slice} s @returns {string} */
export function runesToString(s) {
  let text = "";
  for (let i = 0; i < s.length; i++) text += runeToString(s.array[s.offset + i]);
  return text;
}

/** The byte slice of a Uint8Array, which it shares. nil for none. @param {Uint8Array | null} bytes @returns {Slice} */
export function bytesFromHost(bytes) {
  return bytes === null ? nilSlice : new Slice(bytes, 0, bytes.length, bytes.length);
}

/** Go: copy(dst, text). @param {Slice} dst @param {string} text @returns {number} */
export function copyString(dst, text) {
  const n = Math.min(dst.length, text.length);
  if (n > 0) copyBytes(dst.array, dst.offset, n === text.length ? text : text.substring(0, n));
  return n;
}

/** Go: append(bytes, text...). @param {Slice} s @param {string} text @returns {Slice} */
export function appendString(s, text) {
  if (text.length === 0) return s;
  const grown = extend(UINT8, s, text.length);
  copyBytes(grown.array, grown.offset + s.length, text);
  return grown;
}
