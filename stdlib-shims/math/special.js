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

/** ∫ f by Simpson's rule, which is as good as exact for a period of a periodic function. */
function integral(f, from, to, steps) {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += f(from + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/** integral() by Richardson's extrapolation, which takes out the leading error. */
function refined(f, from, to, steps) {
  return (16 * integral(f, from, to, 2 * steps) - integral(f, from, to, steps)) / 15;
}

/** From here on Hankel's expansion has all digits. */
const FAR = 22;

/** Hankel's expansion of J and Y for n = 0 or 1 and large x: √(2/πx) (P cos ω − Q sin ω) and √(2/πx) (P sin ω + Q cos ω)
 * with ω = x − (n/2 + 1/4)π. */
function hankel(n, x) {
  let p = 1, q = 0, term = 1;
  for (let k = 1; k < 2 * FAR && Math.abs(term) > 1e-18; k++) {
    term *= (4 * n * n - (2 * k - 1) ** 2) / (8 * k) / x;
    const signed = (k & 2) !== 0 ? -term : term;
    if ((k & 1) !== 0) q += signed;
    else p += signed;
  }
  const sum = Math.sin(x) + Math.cos(x), difference = Math.sin(x) - Math.cos(x);
  const [cosine, sine] = n === 0 ? [sum, difference] : [difference, -sum];
  const scale = Math.sqrt(1 / Math.PI / x);
  return [scale * (p * cosine - q * sine), scale * (p * sine + q * cosine)];
}

/** Jₙ (part 0) or Yₙ (part 1) for large x by the recurrence over n, which is stable for n ≤ x. */
function far(n, x, part) {
  let before = hankel(0, x)[part];
  if (n === 0) return before;
  let value = hankel(1, x)[part];
  for (let k = 1; k < n; k++) [before, value] = [value, ((2 * k) / x) * value - before];
  return value;
}

/** Jₙ by its power series, for small x and n ≥ 0. */
function near(n, x) {
  let term = 1;
  for (let k = 1; k <= n && term !== 0; k++) term *= x / 2 / k;
  let sum = term;
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
    term *= (-x / 2 / k) * (x / 2 / (n + k));
    sum += term;
  }
  return sum;
}

/** Bessel's integral: Jₙ(x) = 1/π ∫₀^π cos(nt − x sin t) dt. */
export function jn(n, x) {
  if (x !== x) return NaN;
  if (x - x !== 0) return 0;
  if (x === 0) return n === 0 ? 1 : 0;
  const size = Math.abs(n);
  // J₋ₙ(x) = Jₙ(−x) = (−1)ⁿ Jₙ(x)
  if (Math.abs(x) > FAR && size <= Math.abs(x)) return (n < 0 !== x < 0 && n % 2 !== 0 ? -1 : 1) * far(size, Math.abs(x), 0);
  if (Math.abs(x) < 4) return (n < 0 && n % 2 !== 0 ? -1 : 1) * near(size, x);
  const steps = 2 * Math.ceil(64 + Math.abs(x) + size);
  return integral((t) => Math.cos(n * t - x * Math.sin(t)), 0, Math.PI, steps) / Math.PI;
}

/** Yₙ(x) = 1/π ∫₀^π sin(x sin t − nt) dt − 1/π ∫₀^∞ (eⁿᵗ + (−1)ⁿe⁻ⁿᵗ) e^(−x sinh t) dt. */
export function yn(n, x) {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return n < 0 && n % 2 !== 0 ? Infinity : -Infinity;
  if (x === Infinity) return 0;
  if (n < 0) return (n % 2 === 0 ? 1 : -1) * yn(-n, x);
  if (x > FAR && n <= x) return far(n, x, 1);
  const steps = 2 * Math.ceil(2000 + x + n);
  const sign = n % 2 === 0 ? 1 : -1;
  const end = Math.asinh(40 * (n + 1) / x);
  const first = refined((t) => Math.sin(x * Math.sin(t) - n * t), 0, Math.PI, steps);
  const tail = (t) => (Math.exp(n * t) + sign * Math.exp(-n * t)) * Math.exp(-x * Math.sinh(t));
  const second = refined(tail, 0, end, steps);
  return (first - second) / Math.PI;
}
