export function takeIn({ array: state, offset: at }, { array: bytes, offset, length }) {
  const words = new Int32Array(80);
  for (let from = offset; from < offset + length; from += 64) {
    for (let i = 0, j = from; i < 16; i++, j += 4) words[i] = bytes[j] << 24 | bytes[j + 1] << 16 | bytes[j + 2] << 8 | bytes[j + 3];
    for (let i = 16; i < 80; i++) {
      const mixed = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
      words[i] = mixed << 1 | mixed >>> 31;
    }
    takeInBlock(state, at, words);
  }
}

/** FIPS 180-4, section 6.1.2. */
function takeInBlock(state, at, words) {
  let a = state[at] | 0, b = state[at + 1] | 0, c = state[at + 2] | 0, d = state[at + 3] | 0, e = state[at + 4] | 0;
  for (let i = 0; i < 80; i++) {
    let mixed = 0;
    if (i < 20) mixed = (b & c | ~b & d) + 0x5a827999 | 0;
    else if (i < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1 | 0;
    else if (i < 60) mixed = (b & c | b & d | c & d) + 0x8f1bbcdc | 0;
    else mixed = (b ^ c ^ d) + 0xca62c1d6 | 0;
    const sum = ((a << 5 | a >>> 27) + mixed | 0) + (e + words[i] | 0) | 0;
    e = d;
    d = c;
    c = b << 30 | b >>> 2;
    b = a;
    a = sum;
  }
  state[at] += a;
  state[at + 1] += b;
  state[at + 2] += c;
  state[at + 3] += d;
  state[at + 4] += e;
}
