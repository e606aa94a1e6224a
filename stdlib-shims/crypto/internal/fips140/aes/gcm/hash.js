/** SP 800-38D, section 6.3: the polynomial's bits, the first of which is that of x^0. */
const POLYNOMIAL = 0xe1000000;

/** What the four bits that fall out at the end add at the beginning. */
const FALLEN = /* @__PURE__ */ Int32Array.from({ length: 16 }, (_, bits) => {
  let sum = 0;
  for (let i = 0; i < 4; i++) if (bits >> i & 1) sum ^= POLYNOMIAL >>> 3 - i;
  return sum;
});

/** GHASH of section 6.4. An element is four 32-bit words, the first bits first. */
export function hash(out, key, inputs) {
  const table = multiples(wordsAt(key, 0));
  const sum = new Int32Array(4);
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs.array[inputs.offset + i];
    for (let at = 0; at < input.length; at += 16) {
      const block = wordsAt(input, at);
      for (let j = 0; j < 4; j++) sum[j] ^= block[j];
      multiply(sum, table);
    }
  }
  for (let i = 0; i < 16; i++) out.array[out.offset + i] = sum[i >> 2] >>> 24 - 8 * (i & 3);
}

const words = /* @__PURE__ */ new Int32Array(4);

/** The block of a slice that begins at an index; zeros behind its end. */
function wordsAt({ array, offset, length }, at) {
  for (let i = 0; i < 4; i++) {
    const from = offset + at + 4 * i;
    words[i] = array[from] << 24 | array[from + 1] << 16 | array[from + 2] << 8 | array[from + 3];
  }
  for (let i = length - at; i < 16; i++) words[i >> 2] &= ~(255 << 24 - 8 * (i & 3));
  return words;
}

/** The products of an element with the polynomials below x^4, by their four bits, x^0 first. */
function multiples(element) {
  const table = new Int32Array(64), by = [...element];
  for (let bit = 8; bit > 0; bit >>= 1) {
    for (let j = 0; j < 4; j++) table[4 * bit + j] = by[j];
    const fallen = by[3] & 1 ? POLYNOMIAL : 0;
    for (let j = 3; j > 0; j--) by[j] = by[j] >>> 1 | by[j - 1] << 31;
    by[0] = by[0] >>> 1 ^ fallen;
  }
  for (let bits = 3; bits < 16; bits++) {
    const last = bits & -bits;
    if (bits !== last) for (let j = 0; j < 4; j++) table[4 * bits + j] = table[4 * last + j] ^ table[4 * (bits ^ last) + j];
  }
  return table;
}

/** Horner's scheme over the 32 times four bits of an element, the last ones first. */
function multiply(element, table) {
  let a = 0, b = 0, c = 0, d = 0;
  for (let i = 31; i >= 0; i--) {
    const fallen = FALLEN[d & 15], at = (element[i >> 3] >>> 28 - 4 * (i & 7) & 15) << 2;
    d = (d >>> 4 | c << 28) ^ table[at + 3];
    c = (c >>> 4 | b << 28) ^ table[at + 2];
    b = (b >>> 4 | a << 28) ^ table[at + 1];
    a = a >>> 4 ^ fallen ^ table[at];
  }
  element[0] = a;
  element[1] = b;
  element[2] = c;
  element[3] = d;
}
