import { Slice } from "goes:runtime";

export function hostUint64() {
  const word = () => BigInt(Math.floor(Math.random() * 4294967296));
  return word() << 32n | word();
}

/** state · multiplier + increment, of 128 bits. */
export function pcgNext(hi, lo) {
  const state = hi << 64n | lo;
  const next = BigInt.asUintN(128, state * 47026247687942121848144207491837523525n + 117397592171526113268558934119004209487n);
  return [next >> 64n, BigInt.asUintN(64, next)];
}

/** The state's halves mixed ("double xorshift multiply"). */
export function pcgMix(hi, lo) {
  let x = hi ^ hi >> 32n;
  x = BigInt.asUintN(64, x * 0xda942042e4dd58b5n);
  x ^= x >> 48n;
  return BigInt.asUintN(64, x * (lo | 1n));
}

/** Sixteen blocks of ChaCha8 from one key, four at a time, word by word. The last 32 bytes are the next key. */
class ChaCha8 {
  constructor(key) {
    this.key = key;
    this.counter = 0;
    this.words = new Uint32Array(64);
    this.at = 0;
    this.fill();
  }

  /** The next four blocks. */
  fill() {
    const x = new Uint32Array(16);
    for (let block = 0; block < 4; block++) {
      x.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);
      x.set(this.key, 4);
      x.fill(0, 12);
      x[12] = this.counter + block;
      for (let round = 0; round < 4; round++) doubleRound(x);
      for (let i = 0; i < 8; i++) x[4 + i] += this.key[i];
      for (let i = 0; i < 16; i++) this.words[4 * i + block] = x[i];
    }
    this.at = 0;
  }

  next() {
    // The last four numbers of the last four blocks are the key of those to come.
    if (this.at === (this.counter === 12 ? 56 : 64)) {
      this.counter += 4;
      if (this.counter === 16) {
        this.counter = 0;
        this.key = this.words.slice(56);
      }
      this.fill();
    }
    const { words, at } = this;
    this.at = at + 2;
    return BigInt(words[at + 1]) << 32n | BigInt(words[at]);
  }
}

function doubleRound(x) {
  quarterRound(x, 0, 4, 8, 12);
  quarterRound(x, 1, 5, 9, 13);
  quarterRound(x, 2, 6, 10, 14);
  quarterRound(x, 3, 7, 11, 15);
  quarterRound(x, 0, 5, 10, 15);
  quarterRound(x, 1, 6, 11, 12);
  quarterRound(x, 2, 7, 8, 13);
  quarterRound(x, 3, 4, 9, 14);
}

function quarterRound(x, a, b, c, d) {
  x[a] += x[b];
  x[d] = rotate(x[d] ^ x[a], 16);
  x[c] += x[d];
  x[b] = rotate(x[b] ^ x[c], 12);
  x[a] += x[b];
  x[d] = rotate(x[d] ^ x[a], 8);
  x[c] += x[d];
  x[b] = rotate(x[b] ^ x[c], 7);
}

function rotate(x, n) {
  return x << n | x >>> 32 - n;
}

export function newChaCha8({ array, offset }) {
  const view = new DataView(array.buffer, array.byteOffset + offset);
  return new ChaCha8(Uint32Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true)));
}

export function nextChaCha8(state) {
  return state.next();
}

export function usedOf(state) {
  return state.counter * 8 + state.at / 2;
}

export function seedOf(state) {
  const bytes = new Uint8Array(32), view = new DataView(bytes.buffer);
  state.key.forEach((word, i) => view.setUint32(4 * i, word, true));
  return new Slice(bytes, 0, 32, 32);
}

export function useChaCha8(state, used) {
  state.counter = Math.floor(used / 32) * 4;
  state.fill();
  state.at = used % 32 * 2;
}
