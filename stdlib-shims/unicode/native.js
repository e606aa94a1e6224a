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

/** The case ranges of Unicode 15.0.0: where each begins after the end of the last, its length, what to add for each case. */
const caseData =
  "hCZAgCAHZiEAhC7BA88CAuuBLWAgCACGAgCACWiEAhCCGiEAhCBAkPAyHBvBBBAAvMABAidAxOBFBCPBCtBBBAAzHABFBBAylBA5SBAsYAmMBAAkNABDBBAA8MABBBBBA6MABBBCAA+E" +
  "ABAA0MABAA2MABBBBAA6MABAA+MABAkMAiGBAAmNABAAiNABBBBAsUAmKCAAmNABAAqNABAoQAkIBAAsNABFBBAA0NABBBBAA0NADBBBAA0NABBBBBAyNABDBBAA2NABBBDBBCAgHAwD" +
  "FAAECBAGCABAKADBAAECBAGCABAKADBAAECBAGCABAKADBPBBA+JA/EBRBCAAECBAGCABAKADBBBBAAjGABAAxDABnBBBAAlIACRBHAA2iVABBBBAAnKABAAwiVABB8nqBA+jVBBBBAA" +
  "nMABAAqEABAAuEABJBBA8jqBA+hVBAwjqBA4hVBA4jqBA8hVBAqaAlNBA6ZA9MCB2ZA7MCAqZA1MCAuZA3MBA8plFA+0yCEA2ZA7MBAsplFA20yCCA+ZA/MCAgllFAwyyCBAwolFAo0y" +
  "CCAmaAjNBAuaAnNBAwolFAo0yCBA8+pBAu/UBAkolFAi0yCDAuaAnNCA0/pBA6/UBA2aArNDA6aAtNIA88pBAu+UDAqbA1NCAsolFAm0yCBAqbA1NEAollFA0yyCBAqbA1NBA2IArEBB" +
  "mbAzNBA+IAvEGAubA3NLA0ilFAqxyCBAoilFAkxyCnFAwKAoFrBDBDBBECoQAkICAAoHAHAAsCACCAqCACAAgEACBA+DACQAgCACIAgCABA6EAtCBC2EArCCQiEAhCBA+DA/BBIiEAhC" +
  "BAiIAhEBB+HA/DBAAQABA6HA9DBAmHAzDEA+FA/CBA6GAtDBAiBARBXBBA6KAtFBAiKAhFBAcAOBAyOApHBAA5DABAiMAhGCBBBAAPABBBCCAlIABPAgFABfAgCABfiEAhCBPiKAhFBh" +
  "BBJ1BBBAAeABNBBA+BAfB/CBClBAgDALlBiGAhD64ClBAgmOACAAgmOAGAAgmOADqBg4LAADCg4LAAhVvCAg9rCABFAQADFiBARjkCA6tYA9mMBA2tYA7mMBAysYApmMBBqsYAlmMBAu" +
  "sYAnmMBAyrYA5lMBA2kYAriMBAo4pEAk8kCIqBAh8FADCAh8FA6FAwgqEAoglCEA48OAsuHRAgnqEAwjlCyD1EBGAuHA3DDAA/7OAC/CBBHgBAQBHARABFgBAQDFARADHgBAQBHARABH" +
  "gBAQBHARABFgBAQDFARAEAgBAQCAgBAQCAgBAQCAgBAQCAARACAARACAARACAARABHgBAQBHARABBoJA0EBD4KAsFBBwMAoGBBgQAgIBBgOAgHBB4PA8HDHgBAQBHARABHgBAQBHARAB" +
  "HgBAQBHARABBgBAQCAkBASFBARABBA1EABAATACA2kcAriOFAkBASFDAtFABAATAEBgBAQHBARABBApGAFBgBAQEAcAODBARABBAhHABAAPAHAkBASFBAhIABBA9HABAATAqJAA71OAE" +
  "AA/rQABAAtkQAHAA4BAcAyDA5BSPAgBABPiCAhBEBByZZA0BABZqDA1B34BvBAgDABvBiGAhDBBBBAAv/UABAAtuHABAAv+UABAulqBA3iVBAilqBAxiVBFBBAA5hVABAA7/UABAA/hV" +
  "ABAA9hVACBBCBBIBA/jVABjDBIDBEBBNlBiscAhmOCAiscAhmOGAiscAhmOzoetBBTbBnENBD9BBKDBBAApglCABJBEBBBAAxyyCADDBBAgGAgDCTBBAAp0yCABAA/0yCABAA30yCABA" +
  "Aj0yCABAAp0yCACAAlxyCABAA1yyCABAArxyCABAAg6BABPBBAAhDABAAn0yCABAAxjlCABDBGBBFDBcBB9aAi0DAh6BdvCi63EAh9rCi7UZAgCAHZiEAhCmlBnBAwCABnBiFAxChDjB" +
  "AwCAFjBiFAxC1DKAuCACOAuCACGAuCACBAuCACK+EAvCCO+EAvCCG+EAvCCB+EAvCk2ByBAgEAOyBiIAhEu9CfAgCABfiEAhChrVfAgCABfiEAhCh0ehBAkCABhBqEAlC";

/** The case ranges once they are needed. */
let cases = null;

/** Low, high and three deltas of each range. Where upper and lower case alternate, all deltas are 0x110000. */
function readCases() {
  if (cases !== null) return cases;
  const numbers = numbersOf(caseData), fives = [];
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

export function caseNumbers() {
  const fives = readCases();
  return new Slice(fives, 0, fives.length, fives.length);
}

export function toCase(to, r) {
  const fives = cases ?? readCases();
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

/** The runes whose next one without regard to case is neither their lower nor their upper case, and what it is, as distances. */
const foldData =
  "rD+rQI4QsD+7OGskQrCABAzECDCDCnBCyN+BP8BDgEDyBBqgOBsDCvwBEsBBgDBCEeD61OImCjB5F+B8kMC6kMKokMDkkMBkkMI4jMZoiMhhGC9O0D9KznOoL73OE/tQBtmQgphBn8kC";

/** What foldSpecial knows, by rune. */
let folds = null;

export function foldSpecial(r) {
  if (folds === null) {
    folds = new Map();
    const numbers = numbersOf(foldData);
    for (let i = 0, at = 0; i < numbers.length; i += 2) {
      at += numbers[i];
      folds.set(at, at + signed(numbers[i + 1]));
    }
  }
  return folds.get(r) ?? -1;
}
