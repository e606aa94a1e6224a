import { canonicalU } from "goes:runtime";

const MASK = 0xffffffffffffffffn;

export function addVectors(z, x, y) {
  let carry = 0;
  for (let i = 0; i < z.length; i++) {
    const a = x.array[x.offset + i], b = y.array[y.offset + i];
    if (typeof a === "number" && typeof b === "number" && a + b < Number.MAX_SAFE_INTEGER) {
      z.array[z.offset + i] = a + b + carry;
      carry = 0;
    } else {
      const sum = BigInt(a) + BigInt(b) + BigInt(carry);
      z.array[z.offset + i] = canonicalU(sum);
      carry = sum > MASK ? 1 : 0;
    }
  }
  return carry;
}

export function subVectors(z, x, y) {
  let borrow = 0;
  for (let i = 0; i < z.length; i++) {
    const a = x.array[x.offset + i], b = y.array[y.offset + i];
    if (typeof a === "number" && typeof b === "number" && a - b >= borrow) {
      z.array[z.offset + i] = a - b - borrow;
      borrow = 0;
    } else {
      const difference = BigInt(a) - BigInt(b) - BigInt(borrow);
      z.array[z.offset + i] = canonicalU(difference);
      borrow = difference < 0n ? 1 : 0;
    }
  }
  return borrow;
}

export function shiftLeft(z, x, s) {
  const shift = BigInt(s);
  let carry = 0n;
  if (z.length === 0) return 0;
  const top = x.length === 0 || shift === 0n ? 0n : BigInt(x.array[x.offset + x.length - 1]) >> (64n - shift);
  for (let i = z.length - 1; i >= 0; i--) {
    const high = BigInt(x.array[x.offset + i]) << shift;
    carry = i > 0 && shift !== 0n ? BigInt(x.array[x.offset + i - 1]) >> (64n - shift) : 0n;
    z.array[z.offset + i] = canonicalU((high & MASK) | carry);
  }
  return canonicalU(top);
}

export function shiftRight(z, x, s) {
  const shift = BigInt(s), length = z.length;
  if (length === 0) return 0;
  const out = shift === 0n ? 0n : (BigInt(x.array[x.offset]) << (64n - shift)) & MASK;
  for (let i = 0; i < length; i++) {
    const high = i + 1 < length ? (BigInt(x.array[x.offset + i + 1]) << (64n - shift)) & MASK : 0n;
    const low = BigInt(x.array[x.offset + i]) >> shift;
    z.array[z.offset + i] = canonicalU(shift === 0n ? low : high | low);
  }
  return canonicalU(out);
}

export function mulAddWord(z, x, y, r) {
  const factor = BigInt(y);
  let carry = BigInt(r);
  for (let i = 0; i < z.length; i++) {
    const product = BigInt(x.array[x.offset + i]) * factor + carry;
    z.array[z.offset + i] = canonicalU(product);
    carry = product >> 64n;
  }
  return canonicalU(carry);
}

export function addMulWord(z, x, y, m, a) {
  const factor = BigInt(m);
  let carry = BigInt(a);
  for (let i = 0; i < z.length; i++) {
    const product = BigInt(x.array[x.offset + i]) + BigInt(y.array[y.offset + i]) * factor + carry;
    z.array[z.offset + i] = canonicalU(product);
    carry = product >> 64n;
  }
  return canonicalU(carry);
}

export function mulWords(x, y) {
  const product = BigInt(x) * BigInt(y);
  return [canonicalU(product >> 64n), canonicalU(product)];
}

export function divWords(x1, x0, y, _reciprocal) {
  const dividend = (BigInt(x1) << 64n) | BigInt(x0), divisor = BigInt(y);
  return [canonicalU(dividend / divisor), canonicalU(dividend % divisor)];
}
