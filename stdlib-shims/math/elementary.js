import { frexp, ldexp } from "./math.js";

// Go's functions differ from those of JavaScript engines in the last digit, and programs print it. These are the
// methods that Go uses: Cephes (Moshier) for circular and hyperbolic functions, msun for roots and exponentials.

/** The value of a polynomial, coefficients of high powers first. */
function polynomial(x, coefficients) {
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i];
  return sum;
}

/** From here on the distance to the next multiple of π/4 needs more digits: that is left to the engine. */
const LARGE = 536870912;

/** Which eighth of the circle x ≥ 0 is near, an even number. */
function octant(x) {
  const j = Math.trunc(x * 1.2732395447351628);
  return j % 2 === 1 ? j + 1 : j;
}

/** x − j·π/4, by a π/4 in three parts. */
function reduced(x, j) {
  return ((x - j * 7.85398125648498535156e-1) - j * 3.77489470793079817668e-8) - j * 2.69515142907905952645e-15;
}

function sinePart(z) {
  const zz = z * z;
  return z + z * zz * polynomial(zz, [
    1.58962301576546568060e-10, -2.50507477628578072866e-8, 2.75573136213857245213e-6, -1.98412698295895385996e-4, 8.33333333332211858878e-3,
    -1.66666666666666307295e-1,
  ]);
}

function cosinePart(z) {
  const zz = z * z;
  return 1 - 0.5 * zz + zz * zz * polynomial(zz, [
    -1.13585365213876817300e-11, 2.08757008419747316778e-9, -2.75573141792967388112e-7, 2.48015872888517045348e-5, -1.38888888888730564116e-3,
    4.16666666666665929218e-2,
  ]);
}

export function sine(x) {
  if (x === 0 || !(Math.abs(x) < LARGE)) return Math.sin(x);
  const j = octant(Math.abs(x)), z = reduced(Math.abs(x), j), eighth = j % 8;
  const y = eighth % 4 === 2 ? cosinePart(z) : sinePart(z);
  return x < 0 !== eighth > 3 ? -y : y;
}

export function cosine(x) {
  if (!(Math.abs(x) < LARGE)) return Math.cos(x);
  const j = octant(Math.abs(x)), z = reduced(Math.abs(x), j), eighth = j % 8;
  const y = eighth % 4 === 2 ? sinePart(z) : cosinePart(z);
  return eighth === 2 || eighth === 4 ? -y : y;
}

export function tangent(x) {
  if (x === 0 || !(Math.abs(x) < LARGE)) return Math.tan(x);
  const j = octant(Math.abs(x)), z = reduced(Math.abs(x), j), zz = z * z;
  let y = z;
  if (zz > 1e-14) {
    const above = polynomial(zz, [-1.30936939181383734205e4, 1.15351664838587416140e6, -1.79565251976484877988e7]);
    const below = polynomial(zz, [1, 1.36812963470692954678e4, -1.32089234440210967447e6, 2.50083801823357915839e7, -5.38695755929454629881e7]);
    y = z + z * (zz * above / below);
  }
  if (j % 4 === 2) y = -1 / y;
  return x < 0 ? -y : y;
}

/** The arctangent for 0 … 0.66. */
function arctangentNearZero(x) {
  const z = x * x;
  const above = polynomial(z, [
    -8.750608600031904122785e-1, -1.615753718733365076637e1, -7.500855792314704667340e1, -1.228866684490136173410e2, -6.485021904942025371773e1,
  ]);
  const below = polynomial(z, [
    1, 2.485846490142306297962e1, 1.650270098316988542046e2, 4.328810604912902668951e2, 4.853903996359136964868e2, 1.945506571482613964425e2,
  ]);
  return x * (z * above / below) + x;
}

function positiveArctangent(x) {
  // What π/2 is more than its nearest float.
  const more = 6.123233995736765886130e-17;
  if (x <= 0.66) return arctangentNearZero(x);
  if (x > 2.41421356237309504880) return Math.PI / 2 - arctangentNearZero(1 / x) + more;
  return Math.PI / 4 + arctangentNearZero((x - 1) / (x + 1)) + 0.5 * more;
}

export function arctangent(x) {
  if (x === 0) return x;
  return x > 0 ? positiveArctangent(x) : -positiveArctangent(-x);
}

export function arcsine(x) {
  if (x === 0) return x;
  const a = Math.abs(x);
  if (!(a <= 1)) return NaN;
  const rest = Math.sqrt(1 - a * a);
  const angle = a > 0.7 ? Math.PI / 2 - positiveArctangent(rest / a) : positiveArctangent(a / rest);
  return x < 0 ? -angle : angle;
}

export function arccosine(x) {
  return Math.PI / 2 - arcsine(x);
}

export function arctangent2(y, x) {
  // Zeros, infinities and NaN have exact results.
  if (x === 0 || y === 0 || x - x !== 0 || y - y !== 0) return Math.atan2(y, x);
  const quotient = arctangent(y / x);
  if (x > 0) return quotient;
  return quotient <= 0 ? quotient + Math.PI : quotient - Math.PI;
}

export function hyperbolicSine(x) {
  const a = Math.abs(x);
  if (x === 0 || a - a !== 0) return x;
  let y;
  if (a > 21) y = Math.exp(a) * 0.5;
  else if (a > 0.5) {
    const e = Math.exp(a);
    y = (e - 1 / e) * 0.5;
  } else {
    const square = a * a;
    const above = polynomial(square, [-0.2630563213397497062819489e2, -0.2894211355989563807284660366e4, -0.8991272022039509355398013511e5, -0.6307673640497716991184787251e6]);
    const below = polynomial(square, [1, -0.173678953558233699533450911e3, 0.1521517378790019070696485176e5, -0.6307673640497716991212077277e6]);
    y = above * a / below;
  }
  return x < 0 ? -y : y;
}

export function hyperbolicCosine(x) {
  const a = Math.abs(x), e = Math.exp(a);
  return a > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

export function hyperbolicTangent(x) {
  const a = Math.abs(x);
  if (a > 44.014845965556527) return Math.sign(x);
  if (a >= 0.625) {
    const y = 1 - 2 / (Math.exp(2 * a) + 1);
    return x < 0 ? -y : y;
  }
  if (x === 0) return x;
  const square = x * x;
  const above = polynomial(square, [-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3]);
  const below = polynomial(square, [1, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3]);
  return x + x * square * above / below;
}

export function binaryLogarithm(x) {
  const [fraction, exponent] = frexp(x);
  return fraction === 0.5 ? exponent - 1 : Math.log(fraction) * (1 / Math.LN2) + exponent;
}

export function decimalLogarithm(x) {
  return binaryLogarithm(x) * (Math.LN2 / Math.LN10);
}

export function powerOfTwo(x) {
  if (!(x <= 1023.9999999999999)) return x > 0 ? Infinity : x;
  if (x < -1074) return 0;
  const k = Math.trunc(x > 0 ? x + 0.5 : x - 0.5), t = x - k;
  const high = t * 6.93147180369123816490e-1, low = -t * 1.90821492927058770002e-10;
  const r = high - low, rr = r * r;
  const c = r - rr * polynomial(rr, [
    4.13813679705723846039e-8, -1.65339022054652515390e-6, 6.61375632143793436117e-5, -2.77777777770155933842e-3, 1.66666666666666657415e-1,
  ]);
  return ldexp(1 - ((low - r * c / (2 - c)) - high), k);
}

/** The integer part of the exponent by squaring, the fraction by logarithms; the powers of two are counted apart. */
export function power(x, y) {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  // What is exact, or nothing, is the same everywhere.
  if (y === 0 || y === 1 || x === 0 || x - x !== 0 || y - y !== 0) return x ** y;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -0.5) return 1 / Math.sqrt(x);
  let whole = Math.trunc(Math.abs(y)), fraction = Math.abs(y) - whole;
  if (fraction !== 0 && x < 0) return NaN;
  if (whole >= 9223372036854775808) return x === -1 ? 1 : Math.abs(x) < 1 === y > 0 ? 0 : Infinity;
  let result = 1, exponent = 0;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    result = Math.exp(fraction * Math.log(x));
  }
  let [factor, twos] = frexp(x);
  for (; whole !== 0; whole = Math.floor(whole / 2)) {
    if (Math.abs(twos) > 4096) {
      exponent += twos;
      break;
    }
    if (whole % 2 === 1) {
      result *= factor;
      exponent += twos;
    }
    factor *= factor;
    twos *= 2;
    if (factor < 0.5) {
      factor += factor;
      twos--;
    }
  }
  return y < 0 ? ldexp(1 / result, -exponent) : ldexp(result, exponent);
}

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** A third of the bits of x, as 64-bit integer, and some: that is a root of five right bits. */
function roughRoot(x, bias) {
  view.setFloat64(0, x);
  const high = view.getUint32(0), low = view.getUint32(4), third = Math.floor(high / 3);
  view.setUint32(0, third + bias);
  view.setUint32(4, Math.floor(((high - 3 * third) * 4294967296 + low) / 3));
  return view.getFloat64(0);
}

export function cubeRoot(x) {
  if (x === 0 || x - x !== 0) return x;
  const a = Math.abs(x);
  let t = a < 2.2250738585072014e-308 ? roughRoot(a * 18014398509481984, 696219795) : roughRoot(a, 715094163);
  let r = t * t / a, s = 5.42857142857142815906e-1 + r * t;
  t *= 3.57142857142857150787e-1 + 1.60714285714285720630 / (s + 1.41428571428571436819 - 7.05306122448979611050e-1 / s);
  // Cut to 22 bits and a little greater than the root, so that its square is exact.
  view.setFloat64(0, t);
  view.setBigUint64(0, (view.getBigUint64(0) & 0xffffffffc0000000n) + 0x40000000n);
  t = view.getFloat64(0);
  s = t * t;
  r = a / s;
  t += t * ((r - t) / (t + t + r));
  return x < 0 ? -t : t;
}
