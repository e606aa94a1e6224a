import { Value } from "./interface.js";
import { PlacePointer } from "./pointer.js";

// A hash is a primitive or object that JavaScript's Map treats as the same exactly for equal Go values. The parts of a
// composite value are joined into a string, each delimited by itself.

/** Numbers for objects that are told apart by identity. @type {WeakMap<object, number>} */
const identities = new WeakMap();
let lastIdentity = 0;
let nanCount = 0;

/** @param {object} object @returns {number} */
export function identityOf(object) {
  let n = identities.get(object);
  if (n === undefined) identities.set(object, n = ++lastIdentity);
  return n;
}

/** The key of a value of that type. @param {{ hash(v: any): unknown }} descriptor @param {any} value @returns {unknown} */
export function hash(descriptor, value) {
  return descriptor.hash(value);
}

/** The key of a float: NaN differs from everything, itself too. @param {number} x @returns {unknown} */
export function hashFloat(x) {
  return x === x ? x : Symbol("NaN");
}

/** @param {number} x @returns {string} */
export function hashFloatPart(x) {
  return x === x ? x + 0 + "," : `NaN${++nanCount},`;
}

/** A key for a reference: the object itself, or for pointers into objects a text. @param {any} p @returns {unknown} */
export function hashPointer(p) {
  return p instanceof PlacePointer ? hashPointerPart(p) : p;
}

/** @param {any} p a pointer or channel @returns {string} */
export function hashPointerPart(p) {
  if (p === null) return "-,";
  return p instanceof PlacePointer ? `${identityOf(p.object)}.${p.key},` : identityOf(p) + ",";
}

/** The key of an interface value. @param {any} x @returns {unknown} */
export function hashInterface(x) {
  if (x instanceof Value) {
    const type = x.$type;
    return `\0${identityOf(type)}:${type.hashPart(x.$value)}`;
  }
  return typeof x === "string" && x.charCodeAt(0) === 0 ? "\0\0" + x : x;
}

/** @param {any} x an interface value @returns {string} */
export function hashInterfacePart(x) {
  switch (typeof x) {
    case "string":
      return hashStringPart(x);
    case "object":
      if (x === null) return "-,";
      return x instanceof Value ? `#${identityOf(x.$type)}:${x.$type.hashPart(x.$value)}` : `@${identityOf(x)},`;
    default:
      return x + ",";
  }
}

/** @param {string} s @returns {string} */
export function hashStringPart(s) {
  return `"${s.length}:${s}`;
}

/** Where a composite value has its few integers, and how large these may be to make one number: a Map finds it faster
 * than a text, above all if it is a small one. */
export class Packing {
  /** @param {(string | number)[]} places @param {{ kind: number }[]} types of what is there */
  constructor(places, types) {
    // Values of all integer types but uint64 are numbers where they are small.
    const isPackable = places.length > 0 && places.length <= 4 && types.every(({ kind }) => kind >= 2 && kind <= 12 && kind !== 11);
    this.places = isPackable ? places : [];
    this.small = 2 ** (Math.floor(30 / places.length) - 1);
    this.large = 2 ** (Math.floor(52 / places.length) - 1);
  }

  /** The number; undefined if there is none. @param {any} values @returns {number | undefined} */
  pack(values) {
    if (this.places.length === 0) return undefined;
    const key = this.within(values, this.small);
    if (key !== undefined) return key;
    const large = this.within(values, this.large);
    // Beyond all small ones.
    return large === undefined ? undefined : large + 4503599627370496;
  }

  /** @param {any} values @param {number} most @returns {number | undefined} */
  within(values, most) {
    const { places } = this;
    let key = 0;
    for (let i = 0; i < places.length; i++) {
      const n = values[places[i]];
      if (!(n >= -most && n < most)) return undefined;
      key = key * 2 * most + n;
    }
    return key;
  }
}
