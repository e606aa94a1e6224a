import { decodeRune } from "goes:runtime";

/** RuneError of width 1. */
const invalid = 0xfffd << 3 | 1;

export function decodeString(s) {
  return decodeRune(s, 0);
}

export function decodeBytes(p) {
  return decode(p.array, p.offset, p.offset + p.length);
}

/** The rune at array[i], of bytes that end before `end`. */
function decode(array, i, end) {
  const c = array[i];
  if (c < 0x80) return c << 3 | 1;
  if (c < 0xc2 || c > 0xf4 || i + 1 >= end) return invalid;
  const c1 = array[i + 1] ^ 0x80;
  if (c1 > 63) return invalid;
  if (c < 0xe0) return ((c & 31) << 6 | c1) << 3 | 2;
  if (i + 2 >= end) return invalid;
  const c2 = array[i + 2] ^ 0x80;
  if (c2 > 63) return invalid;
  if (c < 0xf0) {
    const rune = (c & 15) << 12 | c1 << 6 | c2;
    return rune < 0x800 || (rune >= 0xd800 && rune < 0xe000) ? invalid : rune << 3 | 3;
  }
  if (i + 3 >= end) return invalid;
  const c3 = array[i + 3] ^ 0x80;
  if (c3 > 63) return invalid;
  const rune = (c & 7) << 18 | c1 << 12 | c2 << 6 | c3;
  return rune < 0x10000 || rune > 0x10ffff ? invalid : rune << 3 | 4;
}

/** The last rune begins at most four bytes before the end, and only if it reaches the end. */
export function decodeLastString(s) {
  const end = s.length;
  for (let width = 2; width <= 4 && width <= end; width++) {
    const decoded = decodeRune(s, end - width);
    if ((decoded & 7) === width) return decoded;
  }
  return s.charCodeAt(end - 1) < 0x80 ? s.charCodeAt(end - 1) << 3 | 1 : invalid;
}

export function decodeLastBytes(p) {
  const end = p.offset + p.length;
  for (let width = 2; width <= 4 && width <= p.length; width++) {
    const decoded = decode(p.array, end - width, end);
    if ((decoded & 7) === width) return decoded;
  }
  return p.array[end - 1] < 0x80 ? p.array[end - 1] << 3 | 1 : invalid;
}

/** What follows the first byte of a rune is 80…BF, for the second byte of some further limited. */
export function isBeginning(s) {
  return /^(?:[\xc2-\xdf]|[\xe1-\xec\xee\xef][\x80-\xbf]?|\xe0[\xa0-\xbf]?|\xed[\x80-\x9f]?|\xf0(?:[\x90-\xbf][\x80-\xbf]?)?|[\xf1-\xf3][\x80-\xbf]{0,2}|\xf4(?:[\x80-\x8f][\x80-\xbf]?)?)$/.test(s);
}

export function countString(s) {
  let n = 0;
  for (let i = 0; i < s.length; n++) i += s.charCodeAt(i) < 0x80 ? 1 : decodeRune(s, i) & 7;
  return n;
}

export function countBytes(p) {
  const { array, offset } = p, end = offset + p.length;
  let n = 0;
  for (let i = offset; i < end; n++) i += array[i] < 0x80 ? 1 : decode(array, i, end) & 7;
  return n;
}

export function validString(s) {
  for (let i = 0; i < s.length;) {
    if (s.charCodeAt(i) < 0x80) {
      i++;
      continue;
    }
    const decoded = decodeRune(s, i);
    if (decoded === invalid) return false;
    i += decoded & 7;
  }
  return true;
}

export function validBytes(p) {
  const { array, offset } = p, end = offset + p.length;
  for (let i = offset; i < end;) {
    if (array[i] < 0x80) {
      i++;
      continue;
    }
    const decoded = decode(array, i, end);
    if (decoded === invalid) return false;
    i += decoded & 7;
  }
  return true;
}
