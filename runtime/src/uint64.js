import { panicDivide } from "./panic.js";
import { shiftCount } from "./int.js";

// Go's uint64 is a bigint in 0 … 2^64−1. Sums and products are emitted inline under BigInt.asUintN(64, …).

/** @param {bigint} a @param {bigint} b @returns {bigint} */
export function div64(a, b) {
  if (b === 0n) panicDivide();
  return BigInt.asUintN(64, a / b);
}

/** @param {bigint} a @param {bigint} b @returns {bigint} */
export function rem64(a, b) {
  if (b === 0n) panicDivide();
  return BigInt.asUintN(64, a % b);
}

/** @param {bigint} x @param {number | bigint} n any count @returns {bigint} */
export function shl64(x, n) {
  return BigInt.asUintN(64, x << shiftCount(n));
}

/** The operand is wrapped once more, which lets V8 keep it in a machine word.
 * @param {bigint} x @param {number | bigint} n any count @returns {bigint} */
export function shr64(x, n) {
  return BigInt.asUintN(64, BigInt.asUintN(64, x) >> shiftCount(n));
}
