import {
  arccosine, arcsine, arctangent, binaryLogarithm, cosine, cubeRoot, decimalLogarithm, exponential, hyperbolicCosine, hyperbolicSine,
  hyperbolicTangent, inverseHyperbolicCosine, inverseHyperbolicSine, logarithm, powerOfTwo, sine, tangent,
} from "./elementary.js";
import { frexp } from "./math.js";

export function sqrt(x) {
  return Math.sqrt(x);
}

export function cbrt(x) {
  return cubeRoot(x);
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
  return sine(x);
}

export function cos(x) {
  return cosine(x);
}

export function tan(x) {
  return tangent(x);
}

export function asin(x) {
  return arcsine(x);
}

export function acos(x) {
  return arccosine(x);
}

export function atan(x) {
  return arctangent(x);
}

export function sinh(x) {
  return hyperbolicSine(x);
}

export function cosh(x) {
  return hyperbolicCosine(x);
}

export function tanh(x) {
  return hyperbolicTangent(x);
}

export function asinh(x) {
  return inverseHyperbolicSine(x);
}

export function acosh(x) {
  return inverseHyperbolicCosine(x);
}

export function atanh(x) {
  return Math.atanh(x);
}

export function exp(x) {
  return exponential(x);
}

export function expm1(x) {
  return Math.expm1(x);
}

export function log(x) {
  return logarithm(x);
}

export function log1p(x) {
  return Math.log1p(x);
}

export function abs(x) {
  return Math.abs(x);
}

export function log10(x) {
  return decimalLogarithm(x);
}

export function log2(x) {
  return binaryLogarithm(x);
}

export function exp2(x) {
  return powerOfTwo(x);
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
