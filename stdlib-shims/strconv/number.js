import { panicText } from "goes:runtime";
import { parseDecimalFloat, parseHexFloat, parseFloatPrefix } from "./parsefloat.js";
import { formatFinite } from "./formatfloat.js";

const OK = 0, SYNTAX = 1, RANGE = 2;

export function itoa(i) {
  return "" + i;
}

/** A number or a bigint in a base. */
export function formatInt(i, base) {
  if (base === 10) return "" + i;
  if (!(base >= 2 && base <= 36)) panicText("strconv: illegal AppendInt/FormatInt base");
  return i.toString(base);
}

function digitValue(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 87 : 99;
}

/** Underscores stand only between digits, or between a base prefix and a digit. */
function underscoresAreRight(digits, hasPrefix) {
  return !/__|_$/.test(digits) && (hasPrefix || digits[0] !== "_");
}

/**
 * Reads digits without a sign. Gives a number or bigint, and the failure; on overflow of max the value is max.
 * Like Go, overflow is reported before a bad digit that stands behind.
 */
function parseMagnitude(text, base, max) {
  let i = 0, allowsUnderscores = false;
  if (base === 0) {
    base = 10;
    if (text[0] === "0") {
      const prefix = text.length >= 3 ? { b: 2, o: 8, x: 16 }[text[1].toLowerCase()] : undefined;
      base = prefix ?? 8;
      i = prefix === undefined ? 1 : 2;
    }
    allowsUnderscores = true;
  }
  const start = i;
  let value = 0, sawUnderscore = false;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 95 && allowsUnderscores) {
      sawUnderscore = true;
      continue;
    }
    const digit = digitValue(code);
    if (digit >= base) return [0, SYNTAX];
    if (typeof value === "number") {
      const next = value * base + digit;
      value = next <= 9007199254740991 ? next : BigInt(value) * BigInt(base) + BigInt(digit);
    } else {
      value = value * BigInt(base) + BigInt(digit);
    }
    if (value > max) return [max, RANGE];
  }
  if (start === 0 && text.length === 0) return [0, SYNTAX];
  if (sawUnderscore && !underscoresAreRight(text.slice(start), start > 0)) return [0, SYNTAX];
  return [value, OK];
}

function mixed(value) {
  return typeof value === "bigint" && value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value;
}

function power(exponent) {
  return exponent <= 53 ? 2 ** exponent : 1n << BigInt(exponent);
}

function lessOne(value) {
  return typeof value === "bigint" ? value - 1n : value - 1;
}

export function parseInt(text, base, bitSize) {
  if (base === 10 && bitSize === 64 && text.length < 16 && text.length > 0) {
    const value = parseShort(text);
    if (value === value) return [value, OK];
  }
  const isNegative = text[0] === "-";
  const digits = isNegative || text[0] === "+" ? text.slice(1) : text;
  if (digits === "") return [0, SYNTAX];
  const [magnitude, failure] = parseMagnitude(digits, base, lessOne(power(bitSize)));
  if (failure === SYNTAX) return [0, SYNTAX];
  const cutoff = power(bitSize - 1);
  if (!isNegative && magnitude >= cutoff) return [mixed(lessOne(cutoff)), RANGE];
  if (isNegative && magnitude > cutoff) return [negated(cutoff), RANGE];
  return [isNegative ? negated(magnitude) : mixed(magnitude), failure];
}

function negated(magnitude) {
  return mixed(typeof magnitude === "bigint" ? -magnitude : 0 - magnitude);
}

/** Up to 15 digits with an optional sign, NaN for anything else. */
function parseShort(text) {
  const first = text.charCodeAt(0);
  let i = first === 45 || first === 43 ? 1 : 0;
  if (i === text.length) return NaN;
  let value = 0;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return first === 45 ? 0 - value : value;
}

export function parseUint(text, base, bitSize) {
  const [value, failure] = parseMagnitude(text, base, lessOne(power(bitSize)));
  return [BigInt(value), failure];
}

export function parseFloat(text, bitSize) {
  if (bitSize === 64 && text.length < 17) {
    const value = parseShortFloat(text);
    if (value === value) return [value, OK];
  }
  const special = parseSpecial(text);
  if (special !== undefined) return [special, OK];
  const plain = text.includes("_") ? withoutUnderscores(text) : text;
  const result = parseDecimalFloat(plain, bitSize) ?? parseHexFloat(plain, bitSize);
  if (result === undefined) return [0, SYNTAX];
  return [result, result === Infinity || result === -Infinity ? RANGE : OK];
}

/** Powers of ten that are exact. */
const powersOfTen = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Up to 15 digits with an optional point and sign, NaN for anything else. They make an exact integer, and one division
 * by an exact power of ten rounds as the standard wants. */
function parseShortFloat(text) {
  const first = text.charCodeAt(0), start = first === 45 || first === 43 ? 1 : 0;
  let value = 0, digits = 0, point = 0;
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (digit === -2 && point === 0) point = i + 1;
    else return NaN;
  }
  if (digits === 0 || digits > 15) return NaN;
  if (point > 0) value /= powersOfTen[text.length - point];
  return first === 45 ? -value : value;
}

/** The text without underscores, "" where one does not stand between digits. */
function withoutUnderscores(text) {
  const hex = /^[+-]?0x/i;
  const isRight = hex.test(text)
    ? !/_(?![0-9a-f])|[^0-9a-f]_/i.test(text.replace(hex, "0"))
    : !/_(?!\d)|\D_|^_/.test(text);
  return isRight ? text.replaceAll("_", "") : "";
}

function parseSpecial(text) {
  if (/^[+-]?inf(inity)?$/i.test(text)) return text[0] === "-" ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? NaN : undefined;
}

/** N, Ni, N±Ni, with optional parentheses around. */
export function parseComplex(text, bitSize) {
  let rest = text.length >= 2 && text[0] === "(" && text.endsWith(")") ? text.slice(1, -1) : text;
  const first = parseFloatPrefix(rest);
  if (first === "") return [0, 0, SYNTAX];
  const [a, failureA] = parseFloat(first, bitSize);
  if (failureA === SYNTAX) return [0, 0, SYNTAX];
  rest = rest.slice(first.length);
  if (rest === "") return [a, 0, failureA];
  if (rest === "i") return [0, a, failureA];
  // A sign may stand between the parts beside that of the second part.
  if (/^\+-/.test(rest)) rest = rest.slice(1);
  if (rest[0] !== "+" && rest[0] !== "-") return [0, 0, SYNTAX];
  // "+NaN" is how a NaN part is printed, but is not a number by itself.
  const isSignedNaN = /^\+nan/i.test(rest);
  const second = isSignedNaN ? rest.slice(0, 4) : parseFloatPrefix(rest);
  if (second === "" || rest.slice(second.length) !== "i") return [0, 0, SYNTAX];
  const [b, failureB] = isSignedNaN ? [NaN, OK] : parseFloat(second, bitSize);
  if (failureB === SYNTAX) return [0, 0, SYNTAX];
  return [a, b, failureA || failureB];
}

export function formatFloat(f, format, precision, bitSize) {
  if (f !== f) return "NaN";
  if (f === Infinity) return "+Inf";
  if (f === -Infinity) return "-Inf";
  const sign = f < 0 || Object.is(f, -0) ? "-" : "";
  return sign + formatFinite(Math.abs(bitSize === 32 ? Math.fround(f) : f), format, precision, bitSize);
}
