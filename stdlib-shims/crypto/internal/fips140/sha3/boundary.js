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

/** Lanes are pairs of 32-bit integers, low and high. */
export function permute({ array, offset }) {
  const view = new DataView(array.buffer, array.byteOffset + offset, 200);
  const low = new Int32Array(25), high = new Int32Array(25), sums = new Int32Array(10), row = new Int32Array(10);
  for (let i = 0; i < 25; i++) {
    low[i] = view.getInt32(8 * i, true);
    high[i] = view.getInt32(8 * i + 4, true);
  }
  for (const [lowConstant, highConstant] of ROUNDS) {
    mixColumns(low, high, sums);
    turnAndMove(low, high);
    mixRows(low, high, row);
    low[0] ^= lowConstant;
    high[0] ^= highConstant;
  }
  for (let i = 0; i < 25; i++) {
    view.setInt32(8 * i, low[i], true);
    view.setInt32(8 * i + 4, high[i], true);
  }
}

/** θ */
function mixColumns(low, high, sums) {
  for (let x = 0; x < 5; x++) {
    sums[x] = low[x] ^ low[x + 5] ^ low[x + 10] ^ low[x + 15] ^ low[x + 20];
    sums[x + 5] = high[x] ^ high[x + 5] ^ high[x + 10] ^ high[x + 15] ^ high[x + 20];
  }
  for (let x = 0; x < 5; x++) {
    const next = (x + 1) % 5, previous = (x + 4) % 5;
    const lowMix = sums[previous] ^ ((sums[next] << 1) | (sums[next + 5] >>> 31));
    const highMix = sums[previous + 5] ^ ((sums[next + 5] << 1) | (sums[next] >>> 31));
    for (let i = x; i < 25; i += 5) {
      low[i] ^= lowMix;
      high[i] ^= highMix;
    }
  }
}

/** ρ and π */
function turnAndMove(low, high) {
  let lowLane = low[1], highLane = high[1];
  for (let i = 0; i < 24; i++) {
    const at = PLACES[i], turn = TURNS[i];
    const [a, b] = turn < 32 ? [lowLane, highLane] : [highLane, lowLane];
    const by = turn & 31;
    const turnedLow = (a << by) | (b >>> (32 - by)), turnedHigh = (b << by) | (a >>> (32 - by));
    lowLane = low[at];
    highLane = high[at];
    low[at] = turnedLow;
    high[at] = turnedHigh;
  }
}

/** χ */
function mixRows(low, high, row) {
  for (let y = 0; y < 25; y += 5) {
    for (let x = 0; x < 5; x++) {
      row[x] = low[y + x];
      row[x + 5] = high[y + x];
    }
    for (let x = 0; x < 5; x++) {
      low[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
      high[y + x] = row[x + 5] ^ (~row[((x + 1) % 5) + 5] & row[((x + 2) % 5) + 5]);
    }
  }
}
