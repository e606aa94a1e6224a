import { frexp } from "./math.js";

export function sqrt(x) {
  return Math.sqrt(x);
}

export function cbrt(x) {
  return Math.cbrt(x);
}

export function floor(x) {
  return Math.floor(x);
}

export function ceil(x) {
  return Math.ceil(x);
}

export function trunc(x) {
  return Math.trunc(x);
}

export function sin(x) {
  return Math.sin(x);
}

export function cos(x) {
  return Math.cos(x);
}

export function tan(x) {
  return Math.tan(x);
}

export function asin(x) {
  return Math.asin(x);
}

export function acos(x) {
  return Math.acos(x);
}

export function atan(x) {
  return Math.atan(x);
}

export function sinh(x) {
  return Math.sinh(x);
}

export function cosh(x) {
  return Math.cosh(x);
}

export function tanh(x) {
  return Math.tanh(x);
}

export function asinh(x) {
  return Math.asinh(x);
}

export function acosh(x) {
  return Math.acosh(x);
}

export function atanh(x) {
  return Math.atanh(x);
}

export function exp(x) {
  return Math.exp(x);
}

export function expm1(x) {
  return Math.expm1(x);
}

export function log(x) {
  return Math.log(x);
}

export function log1p(x) {
  return Math.log1p(x);
}

export function abs(x) {
  return Math.abs(x);
}

export function log10(x) {
  return Math.log10(x);
}

/** Exact for powers of two. */
export function log2(x) {
  const [fraction, exponent] = frexp(x);
  return fraction === 0.5 ? exponent - 1 : Math.log2(x);
}

export function exp2(x) {
  return 2 ** x;
}

/** Math.round rounds halves up; Go rounds them away from zero and keeps the sign of zero. */
export function round(x) {
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

export function roundToEven(x) {
  const whole = Math.trunc(x), rest = Math.abs(x - whole);
  return rest > 0.5 || (rest === 0.5 && whole % 2 !== 0) ? whole + Math.sign(x) : whole;
}

export function logb(x) {
  if (x === 0) return -Infinity;
  return x - x !== 0 ? x * x : frexp(x)[1] - 1;
}
