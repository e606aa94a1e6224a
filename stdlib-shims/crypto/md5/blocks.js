/** RFC 1321, section 3.4: the table T, and by how much each of four steps of a round turns. */
const SINES = /* @__PURE__ */ Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

export function takeIn({ array: state, offset: at }, { array: bytes, offset, length }) {
  const words = new Int32Array(16);
  for (let from = offset; from < offset + length; from += 64) {
    for (let i = 0, j = from; i < 16; i++, j += 4) words[i] = bytes[j] | bytes[j + 1] << 8 | bytes[j + 2] << 16 | bytes[j + 3] << 24;
    takeInBlock(state, at, words);
  }
}

function takeInBlock(state, at, words) {
  let a = state[at] | 0, b = state[at + 1] | 0, c = state[at + 2] | 0, d = state[at + 3] | 0;
  for (let i = 0; i < 64; i++) {
    let mixed = 0, word = 0;
    if (i < 16) {
      mixed = b & c | ~b & d;
      word = i;
    } else if (i < 32) {
      mixed = b & d | c & ~d;
      word = 5 * i + 1;
    } else if (i < 48) {
      mixed = b ^ c ^ d;
      word = 3 * i + 5;
    } else {
      mixed = c ^ (b | ~d);
      word = 7 * i;
    }
    const sum = (a + mixed | 0) + (words[word & 15] + SINES[i] | 0) | 0, by = TURNS[i >> 4 << 2 | i & 3];
    a = d;
    d = c;
    c = b;
    b = b + (sum << by | sum >>> 32 - by) | 0;
  }
  state[at] += a;
  state[at + 1] += b;
  state[at + 2] += c;
  state[at + 3] += d;
}
