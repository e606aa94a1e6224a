/** The integers modulo a prime, with Montgomery's multiplication. Elements are arrays of 64-bit limbs, least first. */
class Field {
  constructor(prime, limbs) {
    this.prime = prime;
    this.bits = 64 * limbs;
    // -1 / prime modulo 2^bits: each step of Newton's doubles the bits that are right.
    let inverse = 1n;
    for (let right = 1; right < this.bits; right *= 2) inverse = BigInt.asUintN(this.bits, inverse * (2n - prime * inverse));
    this.inverse = BigInt.asUintN(this.bits, -inverse);
  }

  multiply(out, a, b) {
    const product = joined(a) * joined(b);
    const multiple = BigInt.asUintN(this.bits, BigInt.asUintN(this.bits, product) * this.inverse);
    const reduced = (product + multiple * this.prime) >> BigInt(this.bits);
    split(out, reduced >= this.prime ? reduced - this.prime : reduced);
  }

  add(out, a, b) {
    const sum = joined(a) + joined(b);
    split(out, sum >= this.prime ? sum - this.prime : sum);
  }

  subtract(out, a, b) {
    const difference = joined(a) - joined(b);
    split(out, difference < 0n ? difference + this.prime : difference);
  }
}

function joined(limbs) {
  let value = 0n;
  for (let i = limbs.length - 1; i >= 0; i--) value = value << 64n | limbs[i];
  return value;
}

function split(limbs, value) {
  for (let i = 0; i < limbs.length; i++) {
    limbs[i] = BigInt.asUintN(64, value);
    value >>= 64n;
  }
}

/** By the size of their primes: FIPS 186-5 and SP 800-186, section 3.2.1. */
const fields = {
  224: /* @__PURE__ */ new Field((1n << 224n) - (1n << 96n) + 1n, 4),
  256: /* @__PURE__ */ new Field((1n << 256n) - (1n << 224n) + (1n << 192n) + (1n << 96n) - 1n, 4),
  384: /* @__PURE__ */ new Field((1n << 384n) - (1n << 128n) - (1n << 96n) + (1n << 32n) - 1n, 6),
  521: /* @__PURE__ */ new Field((1n << 521n) - 1n, 9),
};

export function multiply(field, out, a, b) {
  fields[field].multiply(out, a, b);
}

export function add(field, out, a, b) {
  fields[field].add(out, a, b);
}

export function subtract(field, out, a, b) {
  fields[field].subtract(out, a, b);
}
