import { decodeRune } from "goes:runtime";

/** Where the next % stands, or the length. */
export function indexPercent(format, i) {
  const at = format.indexOf("%", i);
  return at < 0 ? format.length : at;
}

export function decodeRuneAt(s, i) {
  const packed = decodeRune(s, i);
  return [packed >> 3, packed & 7];
}
