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

/** The words of a number, none for 0. */
function toWords(value) {
  if (value === 0n) return nilSlice;
  const words = [];
  if (value >> 512n === 0n) {
    for (; value !== 0n; value >>= 64n) words.push(canonicalU(value));
  } else {
    const digits = value.toString(16);
    for (let end = digits.length; end > 0; end -= 16) words.push(canonicalU(BigInt("0x" + digits.slice(Math.max(end - 16, 0), end))));
  }
  return new Slice(words, 0, words.length, words.length);
}

export function product(x, y) {
  return toWords(fromWords(x) * fromWords(y));
}

export function quotient(x, y) {
  const dividend = fromWords(x), divisor = fromWords(y), whole = dividend / divisor;
  return [toWords(whole), toWords(dividend - whole * divisor)];
}

export function power(x, y, m) {
  const base = fromWords(x), exponent = fromWords(y);
  return toWords(m.length === 0 ? base ** exponent : modularPower(base, exponent, fromWords(m)));
}

export function gcd(x, m) {
  const modulus = fromWords(m);
  let [a, b] = [fromWords(x), modulus], [factor, other] = [1n, 0n];
  while (b !== 0n) {
    const whole = a / b;
    [a, b] = [b, a - whole * b];
    [factor, other] = [other, factor - whole * other];
  }
  factor %= modulus;
  return [toWords(a), toWords(factor < 0n ? factor + modulus : factor)];
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
