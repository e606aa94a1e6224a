import { ElementPointer } from "./pointer.js";
import { stringToBytes, substring } from "./string.js";

// A JavaScript string has no identity, so nothing tells which bytes of which other string it was cut from. Packages that
// make integers of the addresses of strings ask for just that: there the latest slices of strings are kept in mind.

const KEPT = 256;
/** @type {{ part: string, from: string, low: number }[]} */
const slicings = [];
let sliced = 0;
/** Strings that were no slices when they were asked for their address. @type {StringHome[]} */
const latestHomes = [];
let homesMade = 0;

/** Go: s[low:high], in such a package. @param {string} from @param {any} [low] @param {any} [high] @returns {string} */
export function keptSubstring(from, low, high) {
  const part = substring(from, low, high);
  slicings[sliced++ % KEPT] = { part, from, low: Number(low) };
  return part;
}

/** What has the address of a string's bytes. */
export class StringHome {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** The string that a string is a slice of, as far as is kept in mind, and where it begins there. The latest slice with
 * this text decides. @param {string} text @returns {[StringHome, number]} */
function homeOfText(text) {
  for (let back = 1; back <= KEPT && back <= sliced; back++) {
    const { part, from, low } = slicings[(sliced - back) % KEPT];
    if (part === text && from.length > text.length) {
      const [home, at] = homeOfText(from);
      return [home, at + low];
    }
  }
  let home = latestHomes.find((other) => other.text === text);
  if (home === undefined) latestHomes[homesMade++ % KEPT] = home = new StringHome(text);
  return [home, 0];
}

/** A pointer to a copy of a string's bytes. */
export class StringDataPointer extends ElementPointer {
  /** @param {Uint8Array} bytes @param {number} key @param {string} text */
  constructor(bytes, key, text) {
    super(bytes, key);
    this.text = text;
  }

  /** What has its address, and where in that. @returns {[StringHome, number]} */
  get home() {
    const [home, at] = homeOfText(this.text);
    return [home, at + Number(this.key)];
  }
}

/** Go: unsafe.StringData(s). @param {string} s @returns {ElementPointer | null} */
export function unsafeStringData(s) {
  return s === "" ? null : new StringDataPointer(stringToBytes(s).array, 0, s);
}
