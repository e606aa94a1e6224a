import { Slice, canonicalU, nilSlice } from "goes:runtime";

/** Few words are put together one by one; many go through hexadecimal digits, whose conversion is linear. */
const FEW = 8;

/** The number that a vector of words stands for. */
function fromWords({ array, offset, length }) {
  if (length > FEW) {
    const digits = ["0x"];
    for (let i = length - 1; i >= 0; i--) digits.push(array[offset + i].toString(16).padStart(16, "0"));
    return BigInt(digits.join(""));
  }
  let value = 0n;
  for (let i = length - 1; i >= 0; i--) value = (value << 64n) | BigInt(array[offset + i]);
  return value;
}

/** The words of a number, none for 0, in an array like that of another vector: of uint64, or of uint. */
function toWords(value, { array }) {
  if (value === 0n) return nilSlice;
  const words = [], isWide = array instanceof BigUint64Array;
  const word = isWide ? (x) => BigInt.asUintN(64, x) : canonicalU;
  if (value >> 512n === 0n) {
    for (; value !== 0n; value >>= 64n) words.push(word(value));
  } else {
    const digits = value.toString(16);
    for (let end = digits.length; end > 0; end -= 16) words.push(word(BigInt("0x" + digits.slice(Math.max(end - 16, 0), end))));
  }
  const { length } = words;
  return new Slice(isWide ? BigUint64Array.from(words) : words, 0, length, length);
}

export function product(x, y) {
  return toWords(fromWords(x) * fromWords(y), x);
}

export function quotient(x, y) {
  const dividend = fromWords(x), divisor = fromWords(y), whole = dividend / divisor;
  return [toWords(whole, x), toWords(dividend - whole * divisor, x)];
}

export function power(x, y, m) {
  const base = fromWords(x), exponent = fromWords(y);
  return toWords(m.length === 0 ? base ** exponent : modularPower(base, exponent, fromWords(m)), x);
}

export function gcd(x, m) {
  const modulus = fromWords(m), [divisor, whole] = euclid(fromWords(x), modulus, true), factor = whole % modulus;
  return [toWords(divisor, m), toWords(factor < 0n ? factor + modulus : factor, m)];
}

export function divisor(x, y) {
  return toWords(euclid(fromWords(x), fromWords(y), false)[0], x);
}

export function bezout(x, y) {
  const [divisor, factor] = euclid(fromWords(x), fromWords(y), true);
  return [toWords(divisor, x), toWords(factor < 0n ? -factor : factor, x), factor < 0n];
}

/** The greatest common divisor of a and b, and a factor of a that gives it modulo b. */
function euclid(a, b, isExtended) {
  let factor = 1n, other = 0n, bits = 4 * (a > b ? a : b).toString(16).length;
  const step = (k, l, m, n) => {
    [a, b] = [k * a + l * b, m * a + n * b];
    if (isExtended) [factor, other] = [k * factor + l * other, m * factor + n * other];
  };
  if (a < b) step(0n, 1n, 1n, 0n);
  while (b !== 0n) {
    // What the highest digits show of the next quotients is done to the whole numbers at once.
    while (bits > LEADING && a >> BigInt(bits - 4) === 0n) bits -= 4;
    const shift = BigInt(Math.max(bits - LEADING, 0)), seen = quotients(Number(a >> shift), Number(b >> shift));
    if (seen === null) step(0n, 1n, 1n, -(a / b));
    else step(...seen.map(BigInt));
  }
  return [a, factor];
}

/** So many bits have quotients that division of doubles gives exactly. */
const LEADING = 50;

/** What the steps of Euclid's algorithm do to numbers that begin with a and b, as a matrix; null where the quotient depends
 * on what follows. */
function quotients(a, b) {
  let k = 1, l = 0, m = 0, n = 1;
  for (;;) {
    if (b + m <= 0 || b + n <= 0) break;
    const quotient = Math.floor((a + k) / (b + m));
    if (quotient !== Math.floor((a + l) / (b + n))) break;
    [k, l, m, n] = [m, n, k - quotient * m, l - quotient * n];
    [a, b] = [b, a - quotient * b];
  }
  return l === 0 ? null : [k, l, m, n];
}

/** Four bits of the exponent at a time. */
function modularPower(base, exponent, modulus) {
  const powers = [1n % modulus];
  for (let i = 1; i < 16; i++) powers.push((powers[i - 1] * base) % modulus);
  let result = powers[0];
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i++) result = (result * result) % modulus;
    if (digit !== "0") result = (result * powers[parseInt(digit, 16)]) % modulus;
  }
  return result;
}

/** The bases follow from n: a linear congruential sequence, taken modulo n - 3, plus 2. */
export function passesMillerRabin(words, rounds, endsWithTwo) {
  const n = fromWords(words), last = n - 1n;
  let odd = last, twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  let random = n;
  for (let round = 1; round <= rounds; round++) {
    random = random * 6364136223846793005n + 1442695040888963407n & (1n << BigInt(64 * words.length + 64)) - 1n;
    const base = round === rounds && endsWithTwo ? 2n : 2n + random % (n - 3n);
    if (!isStrongProbablePrime(n, last, modularPower(base, odd, n), twos)) return false;
  }
  return true;
}

/** Whether base**(n-1) becomes 1 as it does for primes; `power` is base to the odd part of n - 1. */
function isStrongProbablePrime(n, last, power, twos) {
  if (power === 1n || power === last) return true;
  for (let i = 1; i < twos; i++) {
    power = (power * power) % n;
    if (power === last) return true;
  }
  return false;
}

const LARGE_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

export function text(x, base) {
  const value = fromWords(x);
  return base <= 36 ? value.toString(base) : largeText(value, base, 1);
}

/** JavaScript has no digits beyond z. Halves of about equal length keep the divisions few. */
function largeText(value, base, length) {
  const big = BigInt(base);
  if (value < big) return LARGE_DIGITS[Number(value)].padStart(length, "0");
  let half = 1, divisor = big;
  while (divisor * divisor <= value) {
    divisor *= divisor;
    half *= 2;
  }
  return (largeText(value / divisor, base, 1) + largeText(value % divisor, base, half)).padStart(length, "0");
}
