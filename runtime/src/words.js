import { panicShift } from "./panic.js";

/** 64-bit integers as two words of 32 bits, signed both. What a bigint's words are is found by way of memory. */
const whole = /*#__PURE__*/ new BigUint64Array(1);
const words = /*#__PURE__*/ new Int32Array(whole.buffer);

/** Where functions that return two words leave the upper one. */
export const upperResult = /*#__PURE__*/ new Int32Array(1);

/** The upper word of a 64-bit integer. @param {number | bigint} x @returns {number} */
export function upperWord(x) {
  if (typeof x === "number") return Math.floor(x / 4294967296) | 0;
  whole[0] = x;
  return words[1];
}

/** The lower word. @param {number | bigint} x @returns {number} */
export function lowerWord(x) {
  if (typeof x === "number") return x | 0;
  whole[0] = x;
  return words[0];
}

/** The int64 of two words. @param {number} upper @param {number} lower @returns {number | bigint} */
export function fromWords(upper, lower) {
  if (upper >= -2097152 && upper < 2097152) {
    const x = upper * 4294967296 + (lower >>> 0);
    if (x !== -9007199254740992) return x;
  }
  words[1] = upper;
  words[0] = lower;
  return BigInt.asIntN(64, whole[0]);
}

/** The same for uint. @param {number} upper @param {number} lower @returns {number | bigint} */
export function fromWordsU(upper, lower) {
  if (upper >= 0 && upper < 2097152) return upper * 4294967296 + (lower >>> 0);
  words[1] = upper;
  words[0] = lower;
  return whole[0];
}

/** The same for uint64. @param {number} upper @param {number} lower @returns {bigint} */
export function fromWords64(upper, lower) {
  words[1] = upper;
  words[0] = lower;
  return whole[0];
}

/** The upper word of the product of two words without sign. @param {number} a @param {number} b @returns {number} */
export function upperProduct(a, b) {
  const a0 = a & 65535, a1 = a >>> 16, b0 = b & 65535, b1 = b >>> 16;
  const middle = Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16) >>> 0;
  const other = Math.imul(a0, b1) + (middle & 65535) >>> 0;
  return Math.imul(a1, b1) + (middle >>> 16) + (other >>> 16) | 0;
}

/** The words of x << n. @param {number} upper @param {number} lower @param {number | bigint} n @returns {number} */
export function shlUpper(upper, lower, n) {
  if (n < 0) panicShift();
  const distance = Number(n);
  if (distance >= 32) return distance < 64 ? lower << distance - 32 : 0;
  return distance === 0 ? upper : upper << distance | lower >>> 32 - distance;
}

/** @param {number} _ @param {number} lower @param {number | bigint} n @returns {number} */
export function shlLower(_, lower, n) {
  if (n < 0) panicShift();
  return n >= 32 ? 0 : lower << Number(n);
}

/** The words of x >> n. @param {number} upper @param {number} _ @param {number | bigint} n @returns {number} */
export function shrUpper(upper, _, n) {
  if (n < 0) panicShift();
  return upper >> (n >= 32 ? 31 : Number(n));
}

/** @param {number} upper @param {number} lower @param {number | bigint} n @returns {number} */
export function shrLower(upper, lower, n) {
  if (n < 0) panicShift();
  const distance = Number(n);
  if (distance >= 32) return upper >> (distance < 64 ? distance - 32 : 31);
  return distance === 0 ? lower : lower >>> distance | upper << 32 - distance;
}

/** The words of x >> n without sign. @param {number} upper @param {number} _ @param {number | bigint} n @returns {number} */
export function shrUpperU(upper, _, n) {
  if (n < 0) panicShift();
  const distance = Number(n);
  if (distance >= 32) return 0;
  return distance === 0 ? upper : upper >>> distance;
}

/** @param {number} upper @param {number} lower @param {number | bigint} n @returns {number} */
export function shrLowerU(upper, lower, n) {
  if (n < 0) panicShift();
  const distance = Number(n);
  if (distance >= 32) return distance < 64 ? upper >>> distance - 32 | 0 : 0;
  return distance === 0 ? lower : lower >>> distance | upper << 32 - distance;
}
