/** Special functions by their series, continued fractions and integrals; good to about 14 digits. */

const LANCZOS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978,
  0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4, 0.15808870322491248884e-3,
  -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3, 0.84418223983852743293e-4,
  -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];

/** log Γ(x) for x > 0. */
function logGammaPositive(x) {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGammaPositive(1 - x);
  if (x > 1e8) return x * (Math.log(x) - 1) - 0.5 * Math.log(x) + 0.9189385332046727;
  const y = x - 1, t = y + 5.2421875;
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (y + i);
  return (y + 0.5) * Math.log(t) - t + Math.log(2.5066282746310005 * sum);
}

export function gamma(x) {
  if (x === Infinity) return Infinity;
  if (x === 0) return 1 / x;
  if (x !== x || x === -Infinity || (x < 0 && Math.floor(x) === x)) return NaN;
  if (x > 171.7) return Infinity;
  if (Math.floor(x) === x) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const y = x - 1, t = y + 5.2421875;
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (y + i);
  const power = t ** ((y + 0.5) / 2);
  return 2.5066282746310005 * sum * power * Math.exp(-t) * power;
}

export function lgamma(x) {
  if (x !== x) return [x, 1];
  if (x - x !== 0) return [Infinity, 1];
  if (x === 0) return [Infinity, Object.is(x, -0) ? -1 : 1];
  if (x === 1 || x === 2) return [0, 1];
  if (x > 0) return [logGammaPositive(x), 1];
  if (Math.floor(x) === x) return [Infinity, 1];
  const sine = Math.sin(Math.PI * (x % 2));
  return [Math.log(Math.PI / Math.abs(sine)) - logGammaPositive(1 - x), sine < 0 ? -1 : 1];
}

/** The series 2/√π · e^(−x²) · Σ 2ⁿx²ⁿ⁺¹/(2n+1)!! */
function erfSeries(x) {
  let term = x, sum = x;
  for (let n = 1; n < 200 && term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return 1.1283791670955126 * Math.exp(-x * x) * sum;
}

/** e^(−x²)/√π times a continued fraction. */
function erfcFraction(x) {
  let fraction = 0;
  for (let n = 120; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (x + fraction) * 0.5641895835477563;
}

export function erf(x) {
  if (x !== x) return NaN;
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size === 0) return x;
  return Math.sign(x) * (size < 2 ? erfSeries(size) : 1 - erfcFraction(size));
}

export function erfc(x) {
  if (x !== x) return NaN;
  if (x < 2) return 1 - erf(x);
  return x > 27.3 ? 0 : erfcFraction(x);
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
