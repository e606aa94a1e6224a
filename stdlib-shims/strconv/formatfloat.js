/** Formatting non-negative finite numbers. A decimal is [digits without trailing zeros, position of the point]: 0.d₁d₂… × 10^position. */

const LOWER_B = 98, LOWER_E = 101, UPPER_E = 69, LOWER_F = 102, LOWER_G = 103, UPPER_G = 71, LOWER_X = 120, UPPER_X = 88;

export function formatFinite(x, format, precision, bitSize) {
  switch (format) {
    case LOWER_F:
      if (precision >= 0) return fixed(x, precision);
      return layoutFixed(shortest(x, bitSize), 0);
    case LOWER_E:
    case UPPER_E: {
      const decimal = precision < 0 ? shortest(x, bitSize) : rounded(x, precision + 1);
      const digits = precision < 0 ? Math.max(decimal[0].length, 1) : precision + 1;
      return layoutExponent(decimal, digits, format === LOWER_E ? "e" : "E");
    }
    case LOWER_G:
    case UPPER_G:
      return general(x, precision, bitSize, format === LOWER_G ? "e" : "E");
    case LOWER_B:
      return binary(x, bitSize);
    case LOWER_X:
    case UPPER_X: {
      const text = hexadecimal(x, precision);
      return format === LOWER_X ? text : text.toUpperCase();
    }
    default:
      return "%" + String.fromCharCode(format);
  }
}

function general(x, precision, bitSize, letter) {
  const isShortest = precision < 0;
  if (precision === 0) precision = 1;
  const decimal = isShortest ? shortest(x, bitSize) : rounded(x, precision);
  const [digits, point] = decimal;
  let limit = isShortest ? 6 : precision;
  if (!isShortest && limit > digits.length && digits.length >= point) limit = digits.length;
  const exponent = point - 1;
  if (digits !== "" && (exponent < -4 || exponent >= limit)) {
    return layoutExponent(decimal, Math.max(digits.length, 1), letter);
  }
  return layoutFixed(decimal, Math.max(digits.length - point, 0));
}

/** The fewest digits that are read back as x. */
function shortest(x, bitSize) {
  if (x === 0) return ["", 1];
  return bitSize === 32 ? shortest32(x) : fromExponential(x.toExponential());
}

function shortest32(x) {
  for (let count = 1; count < 9; count++) {
    const decimal = rounded(x, count);
    const [digits, point] = decimal;
    if (Math.fround(Number(`${digits}e${point - digits.length}`)) === x) return decimal;
    // Below a power of two the gap is smaller: the decimal above may fit where the nearest one does not.
    const above = (BigInt(digits.padEnd(count, "0")) + 1n).toString();
    if (Math.fround(Number(`${above}e${point - count}`)) === x) return [above.replace(/0+$/, ""), point + above.length - count];
  }
  return rounded(x, 9);
}

function fromExponential(text) {
  const at = text.indexOf("e");
  const digits = text[0] + text.slice(2, at);
  return [digits.replace(/0+$/, ""), Number(text.slice(at + 1)) + 1];
}

/** x rounded to so many significant digits, halves to even. */
function rounded(x, count) {
  if (x === 0) return ["", 1];
  if (count <= 14 && x > 2.3e-308) {
    const short = fromExponential(x.toExponential());
    const { length } = short[0];
    if (length <= count) return short;
    // JavaScript rounds halves up, and only a decimal of one digit more can be a half.
    if (length !== count + 1 || !short[0].endsWith("5")) return fromExponential(x.toExponential(count - 1));
  }
  const [digits, point] = exact(x);
  return roundedAt(digits, point, count);
}

/** %f: `precision` digits after the point, halves to even. */
function fixed(x, precision) {
  if (x < 1e21 && precision <= 100) {
    const scaled = x * 2 ** (precision + 1);
    // x is a half only if it has just precision + 1 binary places; whole numbers need no rounding.
    if (Math.floor(scaled) !== scaled || Math.floor(x) === x) return x.toFixed(precision);
  }
  if (x === 0) return layoutFixed(["", 1], precision);
  const [digits, point] = exact(x);
  return layoutFixed(roundedAt(digits, point, point + precision), precision);
}

/** All digits of x. */
function exact(x) {
  const [mantissa, exponent] = parts(x);
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return [digits, digits.length];
  }
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return [digits, digits.length + exponent];
}

function roundedAt(digits, point, count) {
  if (count >= digits.length) return [digits.replace(/0+$/, ""), point];
  if (count < 0) return ["", 1];
  const kept = digits.slice(0, count), next = digits.charCodeAt(count) - 48;
  const isOdd = count > 0 && (kept.charCodeAt(count - 1) & 1) === 1;
  const isUp = next > 5 || (next === 5 && (isOdd || /[1-9]/.test(digits.slice(count + 1))));
  if (!isUp) {
    const trimmed = kept.replace(/0+$/, "");
    return [trimmed, trimmed === "" ? 1 : point];
  }
  const raised = (BigInt("0" + kept) + 1n).toString();
  return [raised.replace(/0+$/, ""), point + (raised.length - count)];
}

function layoutExponent([digits, point], count, letter) {
  const first = digits === "" ? "0" : digits[0];
  const rest = digits.slice(1).padEnd(count - 1, "0");
  const exponent = digits === "" ? 0 : point - 1;
  const size = Math.abs(exponent);
  const sign = exponent < 0 ? "-" : "+";
  return first + (count > 1 ? "." + rest : "") + letter + sign + (size < 10 ? "0" : "") + size;
}

/** At least `places` digits after the point, all of those that there are. */
function layoutFixed([digits, point], places) {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = point > 0 ? digits.slice(point) : digits === "" ? "" : "0".repeat(-point) + digits;
  const padded = fraction.padEnd(places, "0");
  return (digits === "" ? "0" : whole) + (padded === "" ? "" : "." + padded);
}

const bits = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** x = mantissa × 2^exponent, as float64 holds it. */
function parts(x) {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  const exponent = high >>> 20;
  const mantissa = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  return exponent === 0 ? [mantissa, -1074] : [mantissa | (1n << 52n), exponent - 1075];
}

/** %b: the mantissa as the type holds it, and its exponent. */
function binary(x, bitSize) {
  let [mantissa, exponent] = parts(x);
  if (bitSize === 32) {
    if (x === 0) return "0p-149";
    while (mantissa >= 1n << 24n || exponent < -149) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  return `${mantissa}p${exponent < 0 ? "" : "+"}${exponent}`;
}

/** %x: 0x1.8p+01, rounded to `precision` hexadecimal digits, halves to even. */
function hexadecimal(x, precision) {
  let [mantissa, exponent] = parts(x);
  if (x === 0) return "0x0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "p+00";
  while (mantissa < 1n << 52n) {
    mantissa <<= 1n;
    exponent--;
  }
  exponent += 52;
  if (precision >= 0 && precision < 13) {
    const drop = BigInt(52 - 4 * precision);
    const rest = mantissa & ((1n << drop) - 1n), half = 1n << (drop - 1n);
    mantissa >>= drop;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa++;
    mantissa <<= drop;
    if (mantissa >= 1n << 53n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  let fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, "0");
  fraction = precision < 0 ? fraction.replace(/0+$/, "") : fraction.slice(0, precision).padEnd(precision, "0");
  const size = Math.abs(exponent);
  return `0x1${fraction === "" ? "" : "." + fraction}p${exponent < 0 ? "-" : "+"}${size < 10 ? "0" : ""}${size}`;
}
