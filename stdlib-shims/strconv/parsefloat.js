/** Reading floating-point numbers: through Number() where that is exact, through BigInt elsewhere. */

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEX = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?p([+-]?\d+)$/i;

export function parseDecimalFloat(text, bitSize) {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return bitSize === 32 ? nearestFloat32(text, value) : value;
}

const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/**
 * Rounding twice, to 53 and then to 24 bits, is wrong only where the first result is just the middle between
 * two float32: then its lowest 28 bits are zero.
 */
function nearestFloat32(text, value) {
  const rounded = Math.fround(value);
  if (rounded === value || value - value !== 0) return rounded;
  bits.setFloat64(0, value);
  if ((bits.getUint32(4) & 0xfffffff) !== 0) return rounded;
  const [, sign, whole, fraction = "", exponent = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  const scale = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const magnitude = scale >= 0
    ? nearest(digits * 10n ** BigInt(scale), 1n, 24, -149, 128)
    : nearest(digits, 10n ** BigInt(-scale), 24, -149, 128);
  return sign === "-" ? -magnitude : magnitude;
}

export function parseHexFloat(text, bitSize) {
  const match = HEX.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = "", exponent] = match;
  const digits = whole + fraction;
  if (digits === "") return undefined;
  let power = Number(exponent) - 4 * fraction.length;
  const mantissa = BigInt("0x" + digits);
  if (mantissa === 0n) return sign === "-" ? -0 : 0;
  power = Math.max(-5000 - 4 * digits.length, Math.min(5000, power));
  const [precision, least, limit] = bitSize === 32 ? [24, -149, 128] : [53, -1074, 1024];
  const magnitude = power >= 0
    ? nearest(mantissa << BigInt(power), 1n, precision, least, limit)
    : nearest(mantissa, 1n << BigInt(-power), precision, least, limit);
  return sign === "-" ? -magnitude : magnitude;
}

/** The float nearest to numerator/denominator, ties to even. least: exponent of the last bit; limit: 2^limit is infinite. */
function nearest(numerator, denominator, precision, least, limit) {
  if (numerator === 0n) return 0;
  let exponent = bitLength(numerator) - bitLength(denominator) - precision;
  exponent = Math.max(exponent, least);
  let quotient = 0n, rest = 0n, divisor = 1n;
  for (;;) {
    divisor = exponent >= 0 ? denominator << BigInt(exponent) : denominator;
    const dividend = exponent >= 0 ? numerator : numerator << BigInt(-exponent);
    quotient = dividend / divisor;
    rest = dividend % divisor;
    if (bitLength(quotient) <= precision) break;
    exponent++;
  }
  const twice = rest * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient++;
  if (bitLength(quotient) + exponent > limit) return Infinity;
  // Two steps, since 2**exponent alone may be zero or infinite.
  const half = Math.trunc(exponent / 2);
  return Number(quotient) * 2 ** half * 2 ** (exponent - half);
}

function bitLength(value) {
  return value === 0n ? 0 : value.toString(16).length * 4 - Math.clz32(parseInt(value.toString(16)[0], 16)) + 28;
}

/** The longest prefix that may be a number. */
export function parseFloatPrefix(text) {
  const match = /^[+-]?(?:0x[0-9a-f_]*\.?[0-9a-f_]*p[+-]?[\d_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?[\d_]+)?|inf(?:inity)?)|^nan/i.exec(text);
  return match === null ? "" : match[0];
}
