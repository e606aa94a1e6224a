import { complementaryErrorFunction, errorFunction, gammaFunction, logGamma } from "./gamma.js";

/** Special functions: what is not in gamma.js by Newton's method and integrals, good to about 14 digits. */

export function gamma(x) {
  return gammaFunction(x);
}

export function lgamma(x) {
  return logGamma(x);
}

export function erf(x) {
  return errorFunction(x);
}

export function erfc(x) {
  return complementaryErrorFunction(x);
}

/** By Newton's method from a rational first guess. */
export function erfinv(x) {
  if (x !== x || x < -1 || x > 1) return NaN;
  if (x === 1 || x === -1) return x * Infinity;
  const logarithm = Math.log((1 - x) * (1 + x));
  const half = 4.330746750799873 + logarithm / 2;
  let guess = Math.sign(x) * Math.sqrt(Math.sqrt(half * half - logarithm / 0.147) - half);
  for (let i = 0; i < 4 && x !== 0; i++) {
    const error = x > 0.5 ? (1 - x) - erfc(guess) : erf(guess) - x;
    guess -= (x > 0.5 ? error : error) / (1.1283791670955126 * Math.exp(-guess * guess));
  }
  return x === 0 ? x : guess;
}

/** ∫₀^π f by Simpson's rule, which is as good as exact for these periodic functions. */
function integral(f, from, to, steps) {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += f(from + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/** Bessel's integral: Jₙ(x) = 1/π ∫₀^π cos(nt − x sin t) dt. */
export function jn(n, x) {
  if (x !== x) return NaN;
  if (x - x !== 0) return 0;
  const steps = 2 * Math.ceil(64 + Math.abs(x) + Math.abs(n));
  return integral((t) => Math.cos(n * t - x * Math.sin(t)), 0, Math.PI, steps) / Math.PI;
}

/** Yₙ(x) = 1/π ∫₀^π sin(x sin t − nt) dt − 1/π ∫₀^∞ (eⁿᵗ + (−1)ⁿe⁻ⁿᵗ) e^(−x sinh t) dt. */
export function yn(n, x) {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return n < 0 && n % 2 !== 0 ? Infinity : -Infinity;
  if (x === Infinity) return 0;
  if (n < 0) return (n % 2 === 0 ? 1 : -1) * yn(-n, x);
  const steps = 2 * Math.ceil(2000 + x + n);
  const sign = n % 2 === 0 ? 1 : -1;
  const end = Math.asinh((745 + 40 * n) / x);
  const first = integral((t) => Math.sin(x * Math.sin(t) - n * t), 0, Math.PI, steps);
  const second = integral((t) => (Math.exp(n * t) + sign * Math.exp(-n * t)) * Math.exp(-x * Math.sinh(t)), 0, end, steps);
  return (first - second) / Math.PI;
}
