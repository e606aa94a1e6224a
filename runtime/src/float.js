import { canonical, canonicalU } from "./int.js";

// Conversions between integers and floats. Values that do not fit give what Go gives on amd64.
// spec: "if the result type cannot represent the value the conversion succeeds but the result is
// implementation-dependent."

/** @param {number} x @returns {number} */
export function floatToInt32(x) {
  const t = Math.trunc(x);
  return t >= -2147483648 && t <= 2147483647 ? t | 0 : -2147483648;
}

/** @param {number} x @returns {number} */
export function floatToInt16(x) {
  return floatToInt32(x) << 16 >> 16;
}

/** @param {number} x @returns {number} */
export function floatToInt8(x) {
  return floatToInt32(x) << 24 >> 24;
}

/** @param {number} x @returns {number} */
export function floatToUint16(x) {
  return floatToInt32(x) & 65535;
}

/** @param {number} x @returns {number} */
export function floatToUint8(x) {
  return floatToInt32(x) & 255;
}

/** @param {number} x @returns {number} */
export function floatToUint32(x) {
  return x > -9223372036854775808 && x < 9223372036854775808 ? Math.trunc(x) >>> 0 : 0;
}

/** @param {number} x @returns {number | bigint} mixed */
export function floatToInt64(x) {
  const t = Math.trunc(x);
  if (t <= 9007199254740991 && t >= -9007199254740991) return t + 0;
  return t >= -9223372036854775808 && t < 9223372036854775808 ? BigInt(t) : -9223372036854775808n;
}

/** @param {number} x @returns {number | bigint} mixed */
export function floatToInt(x) {
  return floatToInt64(x);
}

/** @param {number} x @returns {bigint} */
export function floatToUint64(x) {
  if (x < 9223372036854775808) return BigInt.asUintN(64, BigInt(floatToInt64(x)));
  return x < 18446744073709551616 ? BigInt(x) : 9223372036854775808n;
}

/** @param {number} x @returns {number | bigint} mixed */
export function floatToUint(x) {
  const t = Math.trunc(x);
  return t >= 0 && t <= 9007199254740991 ? t + 0 : canonicalU(floatToUint64(x));
}

/** @param {number} x @returns {number | bigint} mixed */
export function floatToUintptr(x) {
  return floatToUint(x);
}

/** An integer of any representation as float64. @param {number | bigint} x @returns {number} */
export function toFloat64(x) {
  return Number(x);
}

/** An integer of any representation as float32, rounded once: the bits that a float64 would drop are kept as
 * one sticky bit. @param {number | bigint} x @returns {number} */
export function toFloat32(x) {
  const near = Number(x);
  if (Number.isSafeInteger(near)) return Math.fround(near);
  const upper = x >> 11n;
  return Math.fround(Number(upper << 11n === x ? upper : upper | 1n) * 2048);
}

/** The bits of a float64. @param {number} x @returns {bigint} uint64 */
export function floatBits(x) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

/** The float64 of bits. @param {bigint} bits uint64 @returns {number} */
export function floatFromBits(bits) {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** The int64 with these bits. @param {bigint} bits uint64 @returns {number | bigint} mixed */
export function bitsToInt(bits) {
  return canonical(bits);
}
