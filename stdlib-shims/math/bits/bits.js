import { runtimeError } from "goes:runtime";

const LOW = 0xffffffffn;

function high(x) {
  return typeof x === "number" ? Math.floor(x / 4294967296) : Number(x >> 32n);
}

function low(x) {
  return typeof x === "number" ? x >>> 0 : Number(x & LOW);
}

export function leadingZeros(x) {
  const top = high(x);
  return top !== 0 ? Math.clz32(top) : 32 + Math.clz32(low(x));
}

export function leadingZeros8(x) {
  return Math.clz32(x) - 24;
}

export function leadingZeros16(x) {
  return Math.clz32(x) - 16;
}

export function leadingZeros32(x) {
  return Math.clz32(x);
}

export function trailingZeros32(x) {
  return x === 0 ? 32 : 31 - Math.clz32(x & -x);
}

export function trailingZeros8(x) {
  return x === 0 ? 8 : trailingZeros32(x);
}

export function trailingZeros16(x) {
  return x === 0 ? 16 : trailingZeros32(x);
}

export function trailingZeros64(x) {
  const bottom = low(x);
  return bottom !== 0 ? trailingZeros32(bottom) : 32 + trailingZeros32(high(x));
}

export function onesCount32(x) {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function onesCount(x) {
  return onesCount32(low(x)) + onesCount32(high(x));
}

export function reverse32(x) {
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  return reverseBytes32(x);
}

function reverseBytes32(x) {
  return ((x >>> 24) | ((x >>> 8) & 0xff00) | ((x << 8) & 0xff0000) | (x << 24)) >>> 0;
}

export function reverse64(x) {
  return (BigInt(reverse32(low(x))) << 32n) | BigInt(reverse32(high(x)));
}

export function reverseBytes64(x) {
  return (BigInt(reverseBytes32(low(x))) << 32n) | BigInt(reverseBytes32(high(x)));
}

export function add32(x, y, carry) {
  const sum = x + y + carry;
  return [sum >>> 0, sum > 4294967295 ? 1 : 0];
}

export function add64(x, y, carry) {
  const sum = x + y + carry;
  return [BigInt.asUintN(64, sum), sum >> 64n];
}

export function sub32(x, y, borrow) {
  const difference = x - y - borrow;
  return [difference >>> 0, difference < 0 ? 1 : 0];
}

export function sub64(x, y, borrow) {
  const difference = x - y - borrow;
  return [BigInt.asUintN(64, difference), difference < 0n ? 1n : 0n];
}

export function mul32(x, y) {
  const product = BigInt(x) * BigInt(y);
  return [Number(product >> 32n), Number(product & LOW)];
}

export function mul64(x, y) {
  const product = x * y;
  return [product >> 64n, BigInt.asUintN(64, product)];
}

export function div64(hi, lo, y) {
  const dividend = (hi << 64n) | lo;
  return [dividend / y, dividend % y];
}

export function overflow() {
  runtimeError("integer overflow");
}

export function divideByZero() {
  runtimeError("integer divide by zero");
}
