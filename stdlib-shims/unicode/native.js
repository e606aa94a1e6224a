import { Slice } from "goes:runtime";

/** The numbers of a text: five bits a character, least first, with a sixth for "more". */
function numbersOf(data) {
  const numbers = [];
  let value = 0, shift = 0;
  for (let i = 0; i < data.length; i++) {
    const digit = digitOf(data.charCodeAt(i));
    value |= (digit & 31) << shift;
    if (digit & 32) shift += 5;
    else {
      numbers.push(value);
      value = shift = 0;
    }
  }
  return numbers;
}

/** A–Z, a–z, 0–9, +, / are 0 to 63. */
function digitOf(c) {
  if (c >= 97) return c - 71;
  if (c >= 65) return c - 65;
  return c >= 48 ? c + 4 : c === 43 ? 62 : 63;
}

/** The sign is in the lowest bit. */
function signed(n) {
  return n & 1 ? -(n >> 1) : n >> 1;
}

/** Low, high and stride of each range. A text has distances, and lengths with a bit that says that a stride follows. */
function triplesOf(data) {
  const numbers = numbersOf(data), triples = [];
  let at = 0;
  for (let i = 0; i < numbers.length;) {
    const low = at + numbers[i++];
    const length = numbers[i++];
    const stride = length & 1 ? numbers[i++] : 1;
    at = low + (length >> 1) * stride;
    triples.push(low, at, stride);
  }
  return Int32Array.from(triples);
}

export function ranges(data) {
  const triples = triplesOf(data);
  return new Slice(triples, 0, triples.length, triples.length);
}

/** A set whose text has not been read yet. */
class LazyRanges {
  constructor(data) {
    this.data = data;
    this.triples = null;
  }

  has(r) {
    const triples = this.triples ??= triplesOf(this.data);
    let low = 0, high = triples.length / 3;
    while (low < high) {
      const middle = low + high >> 1;
      if (r > triples[3 * middle + 1]) low = middle + 1;
      else high = middle;
    }
    const at = 3 * low;
    return at < triples.length && r >= triples[at] && (r - triples[at]) % triples[at + 2] === 0;
  }
}

/** The fields become what they should be at the first access. From then on they are what counts. */
export function fillLater(table, data, fill) {
  table.$ranges = new LazyRanges(data);
  const names = ["R16", "R32", "LatinOffset"];
  const settle = () => {
    table.$ranges = undefined;
    for (const name of names) Object.defineProperty(table, name, { value: undefined, writable: true, enumerable: true });
    fill(table, data);
  };
  for (const name of names) {
    Object.defineProperty(table, name, {
      configurable: true,
      enumerable: true,
      get() {
        settle();
        return table[name];
      },
      set(value) {
        settle();
        table[name] = value;
      },
    });
  }
}

export function isIn(table, r) {
  const ranges = table.$ranges;
  return ranges === undefined ? -1 : ranges.has(r) ? 1 : 0;
}

/** The case ranges of the last data asked for; there is only one. */
let cases = null;

/** Low, high and three deltas of each range. Where upper and lower case alternate, all deltas are 0x110000. */
function casesOf(data) {
  if (cases !== null) return cases;
  const numbers = numbersOf(data), fives = [];
  let at = 0;
  for (let i = 0; i < numbers.length;) {
    const low = at + numbers[i++];
    at = low + numbers[i++];
    const first = numbers[i++];
    if (first & 1) fives.push(low, at, 0x110000, 0x110000, 0x110000);
    else fives.push(low, at, signed(first >> 1), signed(numbers[i++]), signed(numbers[i++]));
  }
  return cases = Int32Array.from(fives);
}

export function caseNumbers(data) {
  const fives = casesOf(data);
  return new Slice(fives, 0, fives.length, fives.length);
}

export function toCase(data, to, r) {
  const fives = cases ?? casesOf(data);
  let low = 0, high = fives.length / 5;
  while (low < high) {
    const middle = low + high >> 1;
    if (r > fives[5 * middle + 1]) low = middle + 1;
    else high = middle;
  }
  const at = 5 * low;
  if (at >= fives.length || r < fives[at]) return r;
  const delta = fives[at + 2 + to];
  // Upper case is at even distances.
  return delta < 0x110000 ? r + delta : fives[at] + ((r - fives[at]) & ~1) + (to & 1);
}

/** What foldSpecial knows, by rune. */
let folds = null;

export function foldSpecial(data, r) {
  if (folds === null) {
    folds = new Map();
    const numbers = numbersOf(data);
    for (let i = 0, at = 0; i < numbers.length; i += 2) {
      at += numbers[i];
      folds.set(at, at + signed(numbers[i + 1]));
    }
  }
  return folds.get(r) ?? -1;
}
