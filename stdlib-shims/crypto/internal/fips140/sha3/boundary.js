/** FIPS 202, section 3.2: by how much ρ turns each lane, in the order in which π visits them, and where it puts them. */
const TURNS = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const PLACES = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

/** The constants of ι for 24 rounds: bits at positions 2^j - 1, from the shift register of section 3.2.5. */
const ROUNDS = /* @__PURE__ */ roundConstants();

function roundConstants() {
  const rounds = [];
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let low = 0, high = 0;
    for (let j = 0; j < 7; j++) {
      const position = (1 << j) - 1;
      if (register & 1) {
        if (position < 32) low |= 1 << position;
        else high |= 1 << (position - 32);
      }
      register <<= 1;
      if (register & 0x100) register ^= 0x171;
    }
    rounds.push([low, high]);
  }
  return rounds;
}

/** Low words of the lanes, the high ones, and what the steps need meanwhile. */
const low = /* @__PURE__ */ new Int32Array(25), high = /* @__PURE__ */ new Int32Array(25);
const lowSums = /* @__PURE__ */ new Int32Array(5), highSums = /* @__PURE__ */ new Int32Array(5);

export function permute({ array, offset }) {
  const view = new DataView(array.buffer, array.byteOffset + offset, 200);
  for (let i = 0; i < 25; i++) {
    low[i] = view.getInt32(8 * i, true);
    high[i] = view.getInt32(8 * i + 4, true);
  }
  for (let round = 0; round < 24; round++) {
    mixColumns();
    turnAndMove();
    mixRows(low);
    mixRows(high);
    low[0] ^= ROUNDS[round][0];
    high[0] ^= ROUNDS[round][1];
  }
  for (let i = 0; i < 25; i++) {
    view.setInt32(8 * i, low[i], true);
    view.setInt32(8 * i + 4, high[i], true);
  }
}

/** θ */
function mixColumns() {
  for (let x = 0; x < 5; x++) {
    lowSums[x] = low[x] ^ low[x + 5] ^ low[x + 10] ^ low[x + 15] ^ low[x + 20];
    highSums[x] = high[x] ^ high[x + 5] ^ high[x + 10] ^ high[x + 15] ^ high[x + 20];
  }
  for (let x = 0, next = 1, previous = 4; x < 5; previous = x++, next = next === 4 ? 0 : next + 1) {
    const lowMix = lowSums[previous] ^ (lowSums[next] << 1 | highSums[next] >>> 31);
    const highMix = highSums[previous] ^ (highSums[next] << 1 | lowSums[next] >>> 31);
    for (let i = x; i < 25; i += 5) {
      low[i] ^= lowMix;
      high[i] ^= highMix;
    }
  }
}

/** ρ and π */
function turnAndMove() {
  let lowLane = low[1], highLane = high[1];
  for (let i = 0; i < 24; i++) {
    const at = PLACES[i], by = TURNS[i] & 31, isSwapped = TURNS[i] >= 32;
    const a = isSwapped ? highLane : lowLane, b = isSwapped ? lowLane : highLane;
    lowLane = low[at];
    highLane = high[at];
    low[at] = a << by | b >>> 32 - by;
    high[at] = b << by | a >>> 32 - by;
  }
}

/** χ */
function mixRows(words) {
  for (let y = 0; y < 25; y += 5) {
    const a = words[y], b = words[y + 1], c = words[y + 2], d = words[y + 3], e = words[y + 4];
    words[y] = a ^ ~b & c;
    words[y + 1] = b ^ ~c & d;
    words[y + 2] = c ^ ~d & e;
    words[y + 3] = d ^ ~e & a;
    words[y + 4] = e ^ ~a & b;
  }
}
