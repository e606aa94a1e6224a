import { frexp, ldexp } from "./math.js";

// Go's functions differ from those of JavaScript engines in the last digit, and programs print it. These are the
// methods that Go uses: Cephes (Moshier) for circular and hyperbolic functions, msun for roots and exponentials.

/** The value of a polynomial, coefficients of high powers first. */
export function polynomial(x, coefficients) {
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
  const sum = ((((1.58962301576546568060e-10 * zz - 2.50507477628578072866e-8) * zz + 2.75573136213857245213e-6) * zz -
    1.98412698295895385996e-4) * zz + 8.33333333332211858878e-3) * zz - 1.66666666666666307295e-1;
  return z + z * zz * sum;
}

function cosinePart(z) {
  const zz = z * z;
  const sum = ((((-1.13585365213876817300e-11 * zz + 2.08757008419747316778e-9) * zz - 2.75573141792967388112e-7) * zz +
    2.48015872888517045348e-5) * zz - 1.38888888888730564116e-3) * zz + 4.16666666666665929218e-2;
  return 1 - 0.5 * zz + zz * zz * sum;
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

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The upper half of the digits of x: products of halves are exact. */
function upperHalf(x) {
  const scaled = 134217729 * x;
  return scaled - (scaled - x);
}

/** x·y + z, rounded once, for numbers of moderate size; x1 is the upper half of x. */
function multiplyAdd(x, x1, y, z) {
  const x2 = x - x1, product = x * y, scaled = 134217729 * y, y1 = scaled - (scaled - y), y2 = y - y1;
  const productRest = x1 * y1 - product + x1 * y2 + x2 * y1 + x2 * y2;
  const sum = product + z, part = sum - product;
  return sum + (product - (sum - part) + (z - part) + productRest);
}

/** Shibata's method, with the fused operations of today's processors: a Taylor series for a sixteenth of what remains
 * beside a power of two, and four squarings. */
export function exponential(x) {
  if (x !== x || x === Infinity) return x;
  if (x > 7.09782712893384e2) return Infinity;
  if (x < -746) return 0;
  // Adding so great a number rounds to an integer, halves to even.
  const k = x * 1.4426950408889634 + 6755399441055744 - 6755399441055744;
  const rest = multiplyAdd(-k, -k, 0.28235290563031577122588448175013436025525412068e-12, x - k * 0.69314718055966295651160180568695068359375) * 0.0625, upper = upperHalf(rest);
  let y = 2.4801587301587301587e-5;
  y = multiplyAdd(rest, upper, y, 1.9841269841269841270e-4);
  y = multiplyAdd(rest, upper, y, 1.3888888888888888889e-3);
  y = multiplyAdd(rest, upper, y, 8.3333333333333333333e-3);
  y = multiplyAdd(rest, upper, y, 4.1666666666666666667e-2);
  y = multiplyAdd(rest, upper, y, 1.6666666666666666667e-1);
  y = multiplyAdd(rest, upper, y, 0.5);
  y = multiplyAdd(rest, upper, y, 1) * rest;
  y *= y + 2;
  y *= y + 2;
  y *= y + 2;
  y = multiplyAdd(y + 2, upperHalf(y + 2), y, 1);
  // Go overflows a bit before the greatest number.
  if (k >= 1024) return Infinity;
  if (k <= -1022) return ldexp(y, k);
  view.setUint32(0, k + 1023 << 20);
  view.setUint32(4, 0);
  return y * view.getFloat64(0);
}

/** msun's method: the fraction is taken to √½ … √2, and the series in s = f / (2 + f). */
export function logarithm(x) {
  if (!(x > 0) || x === Infinity) return Math.log(x);
  view.setFloat64(0, x);
  let high = view.getUint32(0), k = (high >>> 20) - 1022;
  if (high < 0x100000) {
    view.setFloat64(0, x * 18014398509481984);
    high = view.getUint32(0);
    k = (high >>> 20) - 1076;
  }
  view.setUint32(0, high & 0xfffff | 0x3fe00000);
  let fraction = view.getFloat64(0);
  if (fraction < Math.SQRT1_2) {
    fraction *= 2;
    k--;
  }
  const f = fraction - 1, s = f / (2 + f), s2 = s * s, s4 = s2 * s2;
  const odd = s2 * (6.666666666666735130e-1 + s4 * (2.857142874366239149e-1 + s4 * (1.818357216161805012e-1 + s4 * 1.479819860511658591e-1)));
  const even = s4 * (3.999999999940941908e-1 + s4 * (2.222219843214978396e-1 + s4 * 1.531383769920937332e-1));
  const half = 0.5 * f * f;
  return k * 6.93147180369123816490e-1 - (half - (s * (half + (odd + even)) + k * 1.90821492927058770002e-10) - f);
}

export function inverseHyperbolicSine(x) {
  const a = Math.abs(x);
  if (x === 0 || a - a !== 0 || a < 3.725290298461914e-9) return x;
  let y;
  if (a > 268435456) y = logarithm(a) + Math.LN2;
  else if (a > 2) y = logarithm(2 * a + 1 / (Math.sqrt(a * a + 1) + a));
  else y = Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
  return x < 0 ? -y : y;
}

export function inverseHyperbolicCosine(x) {
  if (!(x >= 1)) return NaN;
  if (x === 1) return 0;
  if (x >= 268435456) return logarithm(x) + Math.LN2;
  if (x > 2) return logarithm(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  return Math.log1p(x - 1 + Math.sqrt(2 * (x - 1) + (x - 1) * (x - 1)));
}

export function hyperbolicSine(x) {
  const a = Math.abs(x);
  if (x === 0 || a - a !== 0) return x;
  let y;
  if (a > 21) y = exponential(a) * 0.5;
  else if (a > 0.5) {
    const e = exponential(a);
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
  const a = Math.abs(x), e = exponential(a);
  return a > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

export function hyperbolicTangent(x) {
  const a = Math.abs(x);
  if (a > 44.014845965556527) return Math.sign(x);
  if (a >= 0.625) {
    const y = 1 - 2 / (exponential(2 * a) + 1);
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
  return fraction === 0.5 ? exponent - 1 : logarithm(fraction) * (1 / Math.LN2) + exponent;
}

export function decimalLogarithm(x) {
  return logarithm(x) * 0.43429448190325182765112891891661;
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
  let result = 1;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    result = exponential(fraction * logarithm(x));
  }
  // Where nothing comes near the limits, powers of two make no difference.
  const plain = integerPower(x, whole, result);
  if (Math.abs(plain) > 1e-290 && Math.abs(plain) < 1e290) return y < 0 ? 1 / plain : plain;
  return scaledPower(x, whole, result, y < 0);
}

/** start times x to the power of an integer, by squaring. */
function integerPower(x, whole, start) {
  let result = start;
  for (let factor = x; ; factor *= factor) {
    if (whole % 2 === 1) result *= factor;
    whole = Math.floor(whole / 2);
    if (whole === 0) return result;
  }
}

/** start times x to the power of an integer, or 1 divided by that. */
function scaledPower(x, whole, start, isInverse) {
  let result = start, exponent = 0, [factor, twos] = frexp(x);
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
  return isInverse ? ldexp(1 / result, -exponent) : ldexp(result, exponent);
}

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
