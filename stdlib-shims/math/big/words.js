const LOW = 0xffffffffn;

// Elements are bigints of 64 bits. V8 keeps them in machine words as long as each result is cut to 64 bits.

export function addVectors(z, x, y) {
  const { array, offset, length } = z;
  let carry = 0n;
  for (let i = 0; i < length; i++) {
    const a = x.array[x.offset + i];
    const part = BigInt.asUintN(64, a + y.array[y.offset + i]), sum = BigInt.asUintN(64, part + carry);
    array[offset + i] = sum;
    carry = part < a || sum < part ? 1n : 0n;
  }
  return carry;
}

export function subVectors(z, x, y) {
  const { array, offset, length } = z;
  let borrow = 0n;
  for (let i = 0; i < length; i++) {
    const a = x.array[x.offset + i];
    const part = BigInt.asUintN(64, a - y.array[y.offset + i]), difference = BigInt.asUintN(64, part - borrow);
    array[offset + i] = difference;
    borrow = part > a || difference > part ? 1n : 0n;
  }
  return borrow;
}

export function addWord(z, x, y) {
  const { array, offset, length } = z;
  let carry = y, i = 0;
  for (; i < length && carry !== 0n; i++) {
    const sum = BigInt.asUintN(64, x.array[x.offset + i] + carry);
    array[offset + i] = sum;
    carry = sum < carry ? 1n : 0n;
  }
  copyRest(z, x, i);
  return carry;
}

export function subWord(z, x, y) {
  const { array, offset, length } = z;
  let borrow = y, i = 0;
  for (; i < length && borrow !== 0n; i++) {
    const a = x.array[x.offset + i];
    array[offset + i] = BigInt.asUintN(64, a - borrow);
    borrow = a < borrow ? 1n : 0n;
  }
  copyRest(z, x, i);
  return borrow;
}

/** What no carry reaches. */
function copyRest(z, x, start) {
  if (z.array === x.array && z.offset === x.offset) return;
  for (let i = start; i < z.length; i++) z.array[z.offset + i] = x.array[x.offset + i];
}

export function shiftLeft(z, x, s) {
  const shift = BigInt(s), rest = 64n - shift;
  if (z.length === 0) return 0n;
  const top = shift === 0n ? 0n : x.array[x.offset + x.length - 1] >> rest;
  for (let i = z.length - 1; i >= 0; i--) {
    const carry = i > 0 && shift !== 0n ? x.array[x.offset + i - 1] >> rest : 0n;
    z.array[z.offset + i] = BigInt.asUintN(64, x.array[x.offset + i] << shift) | carry;
  }
  return top;
}

export function shiftRight(z, x, s) {
  const shift = BigInt(s), rest = 64n - shift, { length } = z;
  if (length === 0) return 0n;
  const out = shift === 0n ? 0n : BigInt.asUintN(64, x.array[x.offset] << rest);
  for (let i = 0; i < length; i++) {
    const high = i + 1 < length && shift !== 0n ? BigInt.asUintN(64, x.array[x.offset + i + 1] << rest) : 0n;
    z.array[z.offset + i] = high | x.array[x.offset + i] >> shift;
  }
  return out;
}

export function mulAddWord(z, x, y, r) {
  const { array, offset, length } = z;
  const low = BigInt.asUintN(64, y & LOW), high = BigInt.asUintN(64, y >> 32n);
  let carry = r;
  for (let i = 0; i < length; i++) {
    const a = x.array[x.offset + i], al = BigInt.asUintN(64, a & LOW), ah = BigInt.asUintN(64, a >> 32n);
    const p = BigInt.asUintN(64, BigInt.asUintN(64, al * low) + BigInt.asUintN(64, carry & LOW));
    const q = BigInt.asUintN(64, BigInt.asUintN(64, ah * low) + BigInt.asUintN(64, p >> 32n));
    const s = BigInt.asUintN(64, BigInt.asUintN(64, al * high) + BigInt.asUintN(64, q & LOW));
    const t = BigInt.asUintN(64, s + BigInt.asUintN(64, carry >> 32n));
    array[offset + i] = BigInt.asUintN(64, BigInt.asUintN(64, t << 32n) | BigInt.asUintN(64, p & LOW));
    const upper = BigInt.asUintN(64, BigInt.asUintN(64, ah * high) + BigInt.asUintN(64, q >> 32n));
    carry = BigInt.asUintN(64, upper + BigInt.asUintN(64, t >> 32n));
  }
  return carry;
}

export function addMulWord(z, x, y, m, a) {
  const { array, offset, length } = z;
  let carry = a;
  for (let i = 0; i < length; i++) {
    const product = x.array[x.offset + i] + y.array[y.offset + i] * m + carry;
    array[offset + i] = product;
    carry = product >> 64n;
  }
  return carry;
}

export function mulWords(x, y) {
  const product = x * y;
  return [product >> 64n, BigInt.asUintN(64, product)];
}

export function divWords(x1, x0, y, _reciprocal) {
  const dividend = (x1 << 64n) | x0;
  return [dividend / y, dividend % y];
}

export function divVector(z, xn, x, y) {
  let rest = xn;
  for (let i = z.length - 1; i >= 0; i--) {
    const dividend = (rest << 64n) | x.array[x.offset + i], quotient = dividend / y;
    z.array[z.offset + i] = quotient;
    rest = dividend - quotient * y;
  }
  return rest;
}
