/** A complex64 or complex128: immutable. */
export class Complex {
  /** @param {number} re @param {number} im */
  constructor(re, im) {
    this.re = re;
    this.im = im;
  }
}

/** The zero value. */
export const complexZero = new Complex(0, 0);

/** A complex128 rounded to complex64. @param {Complex} z @returns {Complex} */
export function complex64(z) {
  return new Complex(Math.fround(z.re), Math.fround(z.im));
}

/** @param {Complex} a @param {Complex} b @returns {Complex} */
export function complexAdd(a, b) {
  return new Complex(a.re + b.re, a.im + b.im);
}

/** @param {Complex} a @param {Complex} b @returns {Complex} */
export function complexSub(a, b) {
  return new Complex(a.re - b.re, a.im - b.im);
}

/** @param {Complex} a @param {Complex} b @returns {Complex} */
export function complexMul(a, b) {
  return new Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** @param {Complex} z @returns {Complex} */
export function complexNeg(z) {
  return new Complex(-z.re, -z.im);
}

/** @param {Complex} a @param {Complex} b @returns {boolean} */
export function complexEqual(a, b) {
  return a.re === b.re && a.im === b.im;
}

/** The quotient: scaled by the larger part of the divisor; infinities are kept as C99 (annex G) has them.
 * @param {Complex} n @param {Complex} m @returns {Complex} */
export function complexDiv(n, m) {
  let re, im;
  if (Math.abs(m.re) >= Math.abs(m.im)) {
    const ratio = m.im / m.re, scale = m.re + ratio * m.im;
    re = (n.re + n.im * ratio) / scale;
    im = (n.im - n.re * ratio) / scale;
  } else {
    const ratio = m.re / m.im, scale = m.im + ratio * m.re;
    re = (n.re * ratio + n.im) / scale;
    im = (n.im * ratio - n.re) / scale;
  }
  return re !== re && im !== im ? complexDivLimit(n, m) : new Complex(re, im);
}

/** The quotient where the plain formula gives NaN in both parts. @param {Complex} n @param {Complex} m @returns {Complex} */
function complexDivLimit(n, m) {
  const numeratorIsInf = Math.abs(n.re) === Infinity || Math.abs(n.im) === Infinity;
  if (m.re === 0 && m.im === 0 && !(n.re !== n.re && n.im !== n.im)) {
    const limit = signed(Infinity, m.re);
    return new Complex(limit * n.re, limit * n.im);
  }
  if (numeratorIsInf && Number.isFinite(m.re) && Number.isFinite(m.im)) {
    const a = unitOfInf(n.re), b = unitOfInf(n.im);
    return new Complex(Infinity * (a * m.re + b * m.im), Infinity * (b * m.re - a * m.im));
  }
  if ((Math.abs(m.re) === Infinity || Math.abs(m.im) === Infinity) && Number.isFinite(n.re) && Number.isFinite(n.im)) {
    const c = unitOfInf(m.re), d = unitOfInf(m.im);
    return new Complex(0 * (n.re * c + n.im * d), 0 * (n.im * c - n.re * d));
  }
  return new Complex(NaN, NaN);
}

/** @param {number} x @param {number} sign @returns {number} x with the sign of the other */
function signed(x, sign) {
  return sign < 0 || Object.is(sign, -0) ? -x : x;
}

/** @param {number} x @returns {number} ±1 for an infinity, else ±0 */
function unitOfInf(x) {
  return signed(Math.abs(x) === Infinity ? 1 : 0, x);
}

/** The product as complex64: each step is rounded. @param {Complex} a @param {Complex} b @returns {Complex} */
export function complex64Mul(a, b) {
  const f = Math.fround;
  return new Complex(f(f(a.re * b.re) - f(a.im * b.im)), f(f(a.re * b.im) + f(a.im * b.re)));
}
