import { arctangent2, power } from "./elementary.js";

const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

export function nan() {
  return NaN;
}

export function infinity() {
  return Infinity;
}

export function signbit(x) {
  return x < 0 || Object.is(x, -0);
}

export function mod(x, y) {
  return x % y;
}

export function remainder(x, y) {
  if (x !== x || y !== y || y === 0 || x - x !== 0) return NaN;
  if (y - y !== 0) return x;
  const divisor = Math.abs(y);
  let rest = Math.abs(x) % (2 * divisor);
  // 2 * divisor may be infinite; then rest is |x| itself.
  if (rest > divisor / 2 && divisor > 1e-300) {
    rest -= divisor;
    if (rest >= divisor / 2) rest -= divisor;
  } else if (rest + rest > divisor) {
    rest -= divisor;
    if (rest + rest >= divisor) rest -= divisor;
  }
  return x < 0 || Object.is(x, -0) ? -rest : rest;
}

export function frexp(f) {
  if (f === 0 || f - f !== 0) return [f, 0];
  let scale = 0;
  if (Math.abs(f) < 2.2250738585072014e-308) {
    f *= 2 ** 52;
    scale = -52;
  }
  bits.setFloat64(0, f);
  const high = bits.getUint32(0);
  bits.setUint32(0, (high & 0x800fffff) | (1022 << 20));
  return [bits.getFloat64(0), ((high >>> 20) & 2047) - 1022 + scale];
}

export function ldexp(fraction, exponent) {
  const [f, e] = frexp(fraction);
  if (f === 0 || f - f !== 0) return fraction;
  const power = Math.max(-3000, Math.min(3000, Number(exponent))) + e;
  if (power > 1024) return f < 0 ? -Infinity : Infinity;
  if (power >= -1021) return power === 1024 ? f * 2 * 2 ** 1023 : f * 2 ** power;
  // Below the normal numbers only the last product may round.
  return power < -1080 ? f * 0 : f * 2 ** (power + 100) * 2 ** -100;
}

export function pow(x, y) {
  return power(x, y);
}

/** The product of two powers, as Go makes it: not always the number nearest to 10ⁿ. */
export function pow10(n) {
  if (n < -323) return 0;
  if (n > 308) return Infinity;
  const size = Math.abs(Number(n)), rest = size % 32;
  return n < 0 ? Number(`1e${rest - size}`) / Number(`1e${rest}`) : Number(`1e${size - rest}`) * Number(`1e${rest}`);
}

export function hypot(p, q) {
  return Math.hypot(p, q);
}

export function atan2(y, x) {
  return arctangent2(y, x);
}

/** x·y + z by exact integers, rounded once. */
export function fma(x, y, z) {
  // The product of finite numbers is finite before it is rounded.
  if (z - z !== 0 && x - x === 0 && y - y === 0) return z;
  if (x - x !== 0 || y - y !== 0 || z - z !== 0 || x === 0 || y === 0) return x * y + z;
  if (z === 0) {
    const product = x * y;
    if (product !== 0) return product;
  }
  const [mx, ex] = integer(x), [my, ey] = integer(y), [mz, ez] = integer(z);
  const exponent = Math.min(ex + ey, ez);
  const sum = ((mx * my) << BigInt(ex + ey - exponent)) + (mz << BigInt(ez - exponent));
  return sum === 0n ? x * y + z : scaled(sum, exponent);
}

function integer(x) {
  if (x === 0) return [0n, -1074];
  const [f, e] = frexp(x);
  return [BigInt(f * 2 ** 53), e - 53];
}

/** m × 2^e, rounded to the nearest float, ties to even. */
function scaled(m, e) {
  const isNegative = m < 0n;
  let magnitude = isNegative ? -m : m;
  const length = magnitude.toString(2).length;
  const drop = Math.max(length - 53, -1074 - e, 0);
  if (drop > 0) {
    const shift = BigInt(drop), half = 1n << (shift - 1n), rest = magnitude & ((1n << shift) - 1n);
    magnitude >>= shift;
    if (rest > half || (rest === half && (magnitude & 1n) === 1n)) magnitude++;
    e += drop;
  }
  const result = ldexp(Number(magnitude), e);
  return isNegative ? -result : result;
}

export function nextafter(x, y) {
  if (x !== x || y !== y) return NaN;
  if (x === y) return x;
  if (x === 0) return y < 0 ? -5e-324 : 5e-324;
  bits.setFloat64(0, x);
  const step = y > x === x > 0 ? 1n : -1n;
  bits.setBigUint64(0, bits.getBigUint64(0) + step);
  return bits.getFloat64(0);
}

export function nextafter32(x, y) {
  if (x !== x || y !== y) return NaN;
  if (x === y) return x;
  if (x === 0) return y < 0 ? -1.401298464324817e-45 : 1.401298464324817e-45;
  bits.setFloat32(0, x);
  bits.setUint32(0, bits.getUint32(0) + (y > x === x > 0 ? 1 : -1));
  return bits.getFloat32(0);
}

export function float64bits(f) {
  bits.setFloat64(0, f);
  return f !== f ? 0x7ff8000000000001n : bits.getBigUint64(0);
}

export function float64frombits(b) {
  bits.setBigUint64(0, b);
  return bits.getFloat64(0);
}

export function float32bits(f) {
  bits.setFloat32(0, f);
  return bits.getUint32(0);
}

export function float32frombits(b) {
  bits.setUint32(0, b);
  return bits.getFloat32(0);
}
