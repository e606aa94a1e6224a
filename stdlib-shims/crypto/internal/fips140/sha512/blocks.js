import { fromWords64, lowerWord, upperWord } from "goes:runtime";

/** FIPS 180-4, section 4.2.3: upper and lower words of the fractions of the cube roots of the first 80 primes. */
let constants = null;

function roundConstants() {
  const words = new Int32Array(160);
  for (let prime = 2, i = 0; i < 80; prime++) {
    if (!isPrime(prime)) continue;
    const root = cubeRoot(BigInt(prime) << 192n);
    words[i] = upperWord(root);
    words[80 + i++] = lowerWord(root);
  }
  return words;
}

function isPrime(n) {
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return true;
}

/** By Newton's method from above. */
function cubeRoot(n) {
  for (let root = 1n << 68n; ;) {
    const next = (2n * root + n / (root * root)) / 3n;
    if (next >= root) return root;
    root = next;
  }
}

export function takeIn({ array: state, offset: at }, { array: bytes, offset, length }) {
  constants ??= roundConstants();
  const upper = new Int32Array(80), lower = new Int32Array(80), sums = new Int32Array(16);
  for (let i = 0; i < 8; i++) {
    sums[i] = upperWord(state[at + i]);
    sums[8 + i] = lowerWord(state[at + i]);
  }
  const word = (i) => bytes[i] << 24 | bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3];
  for (let from = offset; from < offset + length; from += 128) {
    for (let i = 0; i < 16; i++) {
      upper[i] = word(from + 8 * i);
      lower[i] = word(from + 8 * i + 4);
    }
    schedule(upper, lower);
    takeInBlock(sums, upper, lower);
  }
  for (let i = 0; i < 8; i++) state[at + i] = fromWords64(sums[i], sums[8 + i]);
}

const CARRY = 2 ** -32;

/** Section 6.4.2, step 1: words 16 to 79. */
function schedule(upper, lower) {
  for (let i = 16; i < 80; i++) {
    const h = upper[i - 15], l = lower[i - 15], h2 = upper[i - 2], l2 = lower[i - 2];
    const low = (lower[i - 16] >>> 0) + (lower[i - 7] >>> 0)
      + (((l >>> 1 | h << 31) ^ (l >>> 8 | h << 24) ^ (l >>> 7 | h << 25)) >>> 0)
      + (((l2 >>> 19 | h2 << 13) ^ (h2 >>> 29 | l2 << 3) ^ (l2 >>> 6 | h2 << 26)) >>> 0);
    lower[i] = low;
    upper[i] = upper[i - 16] + upper[i - 7] + ((h >>> 1 | l << 31) ^ (h >>> 8 | l << 24) ^ h >>> 7)
      + ((h2 >>> 19 | l2 << 13) ^ (l2 >>> 29 | h2 << 3) ^ h2 >>> 6) + Math.floor(low * CARRY);
  }
}

/** Steps 2 to 4. sums has eight upper words, then the lower ones. */
function takeInBlock(sums, upper, lower) {
  let [ah, bh, ch, dh, eh, fh, gh, hh, al, bl, cl, dl, el, fl, gl, hl] = sums;
  for (let i = 0; i < 80; i++) {
    const low = (hl >>> 0) + (((el >>> 14 | eh << 18) ^ (el >>> 18 | eh << 14) ^ (eh >>> 9 | el << 23)) >>> 0) + ((el & fl ^ ~el & gl) >>> 0)
      + (constants[80 + i] >>> 0) + (lower[i] >>> 0);
    const high = hh + ((eh >>> 14 | el << 18) ^ (eh >>> 18 | el << 14) ^ (el >>> 9 | eh << 23)) + (eh & fh ^ ~eh & gh)
      + constants[i] + upper[i] + Math.floor(low * CARRY) | 0;
    const low2 = (low >>> 0) + (((al >>> 28 | ah << 4) ^ (ah >>> 2 | al << 30) ^ (ah >>> 7 | al << 25)) >>> 0)
      + ((al & bl ^ al & cl ^ bl & cl) >>> 0);
    const high2 = high + ((ah >>> 28 | al << 4) ^ (al >>> 2 | ah << 30) ^ (al >>> 7 | ah << 25)) + (ah & bh ^ ah & ch ^ bh & ch)
      + Math.floor(low2 * CARRY) | 0;
    const next = (low >>> 0) + (dl >>> 0);
    hh = gh, hl = gl, gh = fh, gl = fl, fh = eh, fl = el;
    eh = dh + high + Math.floor(next * CARRY) | 0;
    el = next | 0;
    dh = ch, dl = cl, ch = bh, cl = bl, bh = ah, bl = al;
    ah = high2;
    al = low2 | 0;
  }
  add(sums, 0, ah, al);
  add(sums, 1, bh, bl);
  add(sums, 2, ch, cl);
  add(sums, 3, dh, dl);
  add(sums, 4, eh, el);
  add(sums, 5, fh, fl);
  add(sums, 6, gh, gl);
  add(sums, 7, hh, hl);
}

function add(sums, i, high, low) {
  const sum = (sums[8 + i] >>> 0) + (low >>> 0);
  sums[i] += high + Math.floor(sum * CARRY);
  sums[8 + i] = sum;
}
