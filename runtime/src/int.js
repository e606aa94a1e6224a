import { panicDivide, panicShift } from "./panic.js";

/**
 * Go's int, int64, uint and uintptr ("mixed"): a number while it is a safe integer, otherwise a bigint.
 * Always canonical, never −0, so that `===` and `<` compare by value.
 * @typedef {number | bigint} Int
 */

/** The canonical form of a bigint as int64. @param {bigint} x @returns {Int} */
export function canonical(x) {
  const wrapped = BigInt.asIntN(64, x), approx = Number(wrapped);
  return approx <= 9007199254740991 && approx >= -9007199254740991 ? approx : wrapped;
}

/** The canonical form of a bigint as a 64-bit unsigned integer. @param {bigint} x @returns {Int} */
export function canonicalU(x) {
  const wrapped = BigInt.asUintN(64, x), approx = Number(wrapped);
  return approx <= 9007199254740991 ? approx : wrapped;
}

/** A value put together from its upper and lower 32 bits. @param {number} upper @param {number} lower @returns {Int} */
function joinWords(upper, lower) {
  const x = upper * 4294967296 + (lower >>> 0);
  return x === -9007199254740992 ? -9007199254740992n : x;
}

/** A shift count for bigints. spec: "The shift count must be non-negative … If negative, a run-time panic occurs."
 * @param {Int} n @returns {bigint} */
export function shiftCount(n) {
  if (n < 0) panicShift();
  return n > 64 ? 64n : BigInt(n);
}

/** Whether a value is an integer of the mixed representation. @param {unknown} x @returns {boolean} */
export function isInt(x) {
  return typeof x === "number" || typeof x === "bigint";
}

// Signed.

/** @param {Int} a @param {Int} b @returns {Int} */
export function add(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a + b;
    if (t <= 9007199254740991 && t >= -9007199254740991) return t;
  }
  return canonical(BigInt(a) + BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function sub(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a - b;
    if (t <= 9007199254740991 && t >= -9007199254740991) return t;
  }
  return canonical(BigInt(a) - BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function mul(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a * b;
    if (t <= 9007199254740991 && t >= -9007199254740991) return t + 0;
  }
  return canonical(BigInt(a) * BigInt(b));
}

/** Truncated division; panics for a zero divisor. The quotient of doubles is exact for safe integers.
 * @param {Int} a @param {Int} b @returns {Int} */
export function div(a, b) {
  if (b === 0) panicDivide();
  if (typeof a === "number" && typeof b === "number") return Math.trunc(a / b) + 0;
  return canonical(BigInt(a) / BigInt(b));
}

/** The remainder, with the sign of the dividend. Never `%` on doubles: it is a slow fmod there.
 * @param {Int} a @param {Int} b @returns {Int} */
export function rem(a, b) {
  if (b === 0) panicDivide();
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a % b | 0;
    return a - Math.trunc(a / b) * b;
  }
  return canonical(BigInt(a) % BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function and(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return joinWords(Math.floor(a / 4294967296) & Math.floor(b / 4294967296), a & b);
  }
  return canonical(BigInt(a) & BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function or(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return joinWords(Math.floor(a / 4294967296) | Math.floor(b / 4294967296), a | b);
  }
  return canonical(BigInt(a) | BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function xor(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return joinWords(Math.floor(a / 4294967296) ^ Math.floor(b / 4294967296), a ^ b);
  }
  return canonical(BigInt(a) ^ BigInt(b));
}

/** Go: a &^ b. @param {Int} a @param {Int} b @returns {Int} */
export function andNot(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & ~b;
    return joinWords(Math.floor(a / 4294967296) & ~Math.floor(b / 4294967296), a & ~b);
  }
  return canonical(BigInt(a) & ~BigInt(b));
}

/** @param {Int} x @param {Int} n any count @returns {Int} */
export function shl(x, n) {
  if (typeof x === "number" && typeof n === "number" && n >= 0 && n < 64) {
    const t = n < 31 ? x * (1 << n) : x * 2 ** n;
    if (t <= 9007199254740991 && t >= -9007199254740991) return t;
  }
  return canonical(BigInt(x) << shiftCount(n));
}

/** @param {Int} x @param {Int} n any count @returns {Int} */
export function shr(x, n) {
  if (typeof x === "number" && typeof n === "number" && n >= 0) {
    if ((x | 0) === x) return x >> (n > 31 ? 31 : n);
    return n < 64 ? Math.floor(x / 2 ** n) : x < 0 ? -1 : 0;
  }
  return canonical(BigInt(x) >> shiftCount(n));
}

/** @param {Int} x @returns {Int} */
export function neg(x) {
  return typeof x === "number" ? 0 - x : canonical(-x);
}

/** Go: ^x. @param {Int} x @returns {Int} */
export function not(x) {
  return typeof x === "number" && x < 9007199254740991 ? -1 - x : canonical(~BigInt(x));
}

// Unsigned.

/** @param {Int} a @param {Int} b @returns {Int} */
export function addU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a + b;
    if (t <= 9007199254740991) return t;
  }
  return canonicalU(BigInt(a) + BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function subU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a - b;
    if (t >= 0) return t;
  }
  return canonicalU(BigInt(a) - BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function mulU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    const t = a * b;
    if (t <= 9007199254740991) return t;
  }
  return canonicalU(BigInt(a) * BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function divU(a, b) {
  if (b === 0) panicDivide();
  if (typeof a === "number" && typeof b === "number") return Math.floor(a / b);
  return canonicalU(BigInt(a) / BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function remU(a, b) {
  if (b === 0) panicDivide();
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a % b | 0;
    return a - Math.floor(a / b) * b;
  }
  return canonicalU(BigInt(a) % BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function andU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return (Math.floor(a / 4294967296) & Math.floor(b / 4294967296)) * 4294967296 + ((a & b) >>> 0);
  }
  return canonicalU(BigInt(a) & BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function orU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return (Math.floor(a / 4294967296) | Math.floor(b / 4294967296)) * 4294967296 + ((a | b) >>> 0);
  }
  return canonicalU(BigInt(a) | BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function xorU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return (Math.floor(a / 4294967296) ^ Math.floor(b / 4294967296)) * 4294967296 + ((a ^ b) >>> 0);
  }
  return canonicalU(BigInt(a) ^ BigInt(b));
}

/** @param {Int} a @param {Int} b @returns {Int} */
export function andNotU(a, b) {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & ~b;
    return (Math.floor(a / 4294967296) & ~Math.floor(b / 4294967296)) * 4294967296 + ((a & ~b) >>> 0);
  }
  return canonicalU(BigInt(a) & ~BigInt(b));
}

/** @param {Int} x @param {Int} n any count @returns {Int} */
export function shlU(x, n) {
  if (typeof x === "number" && typeof n === "number" && n >= 0 && n < 64) {
    const t = n < 31 ? x * (1 << n) : x * 2 ** n;
    if (t <= 9007199254740991) return t;
  }
  return canonicalU(BigInt(x) << shiftCount(n));
}

/** @param {Int} x @param {Int} n any count @returns {Int} */
export function shrU(x, n) {
  if (typeof x === "number" && typeof n === "number" && n >= 0) {
    if ((x | 0) === x) return n < 32 ? x >> n : 0;
    return n < 64 ? Math.floor(x / 2 ** n) : 0;
  }
  return canonicalU(BigInt(x) >> shiftCount(n));
}

/** @param {Int} x @returns {Int} */
export function negU(x) {
  return canonicalU(-BigInt(x));
}

/** Go: ^x. @param {Int} x @returns {Int} */
export function notU(x) {
  return canonicalU(~BigInt(x));
}

// 32 bits and less.

/** The quotient of two int32; the caller wraps it to its own width. @param {number} a @param {number} b @returns {number} */
export function div32(a, b) {
  if (b === 0) panicDivide();
  return a / b | 0;
}

/** @param {number} a @param {number} b @returns {number} */
export function rem32(a, b) {
  if (b === 0) panicDivide();
  return a % b | 0;
}

/** @param {number} a @param {number} b @returns {number} */
export function divU32(a, b) {
  if (b === 0) panicDivide();
  return a / b >>> 0;
}

/** @param {number} a @param {number} b @returns {number} */
export function remU32(a, b) {
  if (b === 0) panicDivide();
  return a % b >>> 0;
}

/** A left shift of at most 32 bits by any count, as an int32. @param {number} x @param {Int} n @returns {number} */
export function shl32(x, n) {
  if (n < 0) panicShift();
  return n < 32 ? x << Number(n) : 0;
}

/** @param {number} x @param {Int} n any count @returns {number} */
export function shr32(x, n) {
  if (n < 0) panicShift();
  return n < 32 ? x >> Number(n) : x >> 31;
}

/** @param {number} x @param {Int} n any count @returns {number} */
export function shrU32(x, n) {
  if (n < 0) panicShift();
  return n < 32 ? x >>> Number(n) : 0;
}

// Conversions from any integer representation. spec: "if the value is a signed integer, it is sign extended to
// implicit infinite precision; otherwise it is zero extended. It is then truncated to fit in the result type's size."

/** @param {Int} x @returns {number} */
export function toInt8(x) {
  return typeof x === "number" ? x << 24 >> 24 : Number(BigInt.asIntN(8, x));
}

/** @param {Int} x @returns {number} */
export function toInt16(x) {
  return typeof x === "number" ? x << 16 >> 16 : Number(BigInt.asIntN(16, x));
}

/** @param {Int} x @returns {number} */
export function toInt32(x) {
  return typeof x === "number" ? x | 0 : Number(BigInt.asIntN(32, x));
}

/** @param {Int} x @returns {number} */
export function toUint8(x) {
  return typeof x === "number" ? x & 255 : Number(BigInt.asUintN(8, x));
}

/** @param {Int} x @returns {number} */
export function toUint16(x) {
  return typeof x === "number" ? x & 65535 : Number(BigInt.asUintN(16, x));
}

/** @param {Int} x @returns {number} */
export function toUint32(x) {
  return typeof x === "number" ? x >>> 0 : Number(BigInt.asUintN(32, x));
}

/** @param {Int} x @returns {Int} */
export function toInt64(x) {
  return typeof x === "number" ? x : canonical(x);
}

/** @param {Int} x @returns {Int} */
export function toInt(x) {
  return typeof x === "number" ? x : canonical(x);
}

/** @param {Int} x @returns {Int} */
export function toUint(x) {
  return typeof x === "number" && x >= 0 ? x : canonicalU(BigInt(x));
}

/** @param {Int} x @returns {Int} */
export function toUintptr(x) {
  return typeof x === "number" && x >= 0 ? x : canonicalU(BigInt(x));
}

/** @param {Int} x @returns {bigint} */
export function toUint64(x) {
  return BigInt.asUintN(64, BigInt(x));
}

/** The least of mixed integers, or of strings. @template {Int | string} T @param {T} first @param {...T} others @returns {T} */
export function min(first, ...others) {
  let least = first;
  for (const x of others) if (x < least) least = x;
  return least;
}

/** The greatest of mixed integers, or of strings. @template {Int | string} T @param {T} first @param {...T} others @returns {T} */
export function max(first, ...others) {
  let greatest = first;
  for (const x of others) if (x > greatest) greatest = x;
  return greatest;
}

/**
 * Go: a * b % m, without a detour over bigints while the product stays below 2^63.
 * Moduli of everyday size take the quotient from a product of doubles, which is off by at most one, and the remainder
 * from the lower words. 1 / m leaves the loop where m does not change in it.
 * @param {Int} a @param {Int} b @param {Int} m @returns {Int}
 */
export function mulRem(a, b, m) {
  if (a >= 0 && a <= 2147483647 && b >= 0 && b <= 2147483647 && m >= 4096 && m <= 1073741824) {
    const r = Math.imul(a, b) - Math.imul(a * b * (1 / m), m) | 0;
    return r < 0 ? r + m : r >= m ? r - m : r;
  }
  return wideMulRem(a, b, m);
}

/**
 * The product and the quotient times m are computed exactly as pairs of doubles (Dekker), so that the remainder
 * is off by at most one m, which is put right.
 * @param {Int} a @param {Int} b @param {Int} m @returns {Int}
 */
function wideMulRem(a, b, m) {
  if (typeof a === "number" && typeof b === "number" && typeof m === "number" && m !== 0) {
    const p = a * b;
    if (p <= 9007199254740991 && p >= -9007199254740991) return p - Math.trunc(p / m) * m + 0;
    if (p < 9223372036854774784 && p > -9223372036854774784) {
      const q = Math.trunc(p / m);
      if (q < 4503599627370496 && q > -4503599627370496 && m < 4503599627370496 && m > -4503599627370496) {
        const step = m < 0 ? -m : m;
        let r = p - q * m + (productError(a, b, p) - productError(q, m, q * m));
        if (p > 0) {
          while (r < 0) r += step;
          while (r >= step) r -= step;
        } else {
          while (r > 0) r -= step;
          while (r <= -step) r += step;
        }
        return r + 0;
      }
    }
  }
  return rem(mul(a, b), m);
}

/** What the rounded product p of a and b lacks. @param {number} a @param {number} b @param {number} p @returns {number} */
function productError(a, b, p) {
  const ca = 134217729 * a, cb = 134217729 * b;
  const ah = ca - (ca - a), bh = cb - (cb - b);
  const al = a - ah, bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
}
