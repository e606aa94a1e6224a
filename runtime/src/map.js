import { GoPanic, plainError, runtimeErrorOf } from "./panic.js";

// A map is a JavaScript Map where JavaScript compares the keys as Go does, else a KeyMap, which has the same methods.
// spec: "If a map entry that has not yet been reached is removed during iteration, the corresponding iteration value
// will not be produced. If a map entry is created during iteration, that entry may be produced during the iteration or
// may be skipped": a range therefore stops after as many entries as there were, see mapEntries.

/** The nil map of every type: empty, and nothing can be put into it. */
class NilMap extends Map {
  /** @returns {never} */
  set() {
    return plainError("assignment to entry in nil map");
  }

  /** @param {any} key @returns {undefined} */
  get(key) {
    checkKey(key);
  }

  /** @returns {undefined} */
  old() {}

  /** @param {any} key @returns {boolean} */
  has(key) {
    checkKey(key);
    return false;
  }

  /** @param {any} key @returns {boolean} */
  delete(key) {
    checkKey(key);
    return false;
  }
}

export const nilMap = new NilMap();

/** Panics for an interface that cannot be a key, though there is nothing to compare it with. @param {any} key */
function checkKey(key) {
  const type = key?.$type;
  if (type?.isComparable === false) unhashable(type.text);
}

/** Go has another error where a map is empty. @param {string} type @returns {never} */
function unhashable(type) {
  throw new GoPanic(runtimeErrorOf("hash of unhashable type: " + type, "maps.unhashableTypeError"));
}

/**
 * A map whose keys are compared through a hash: a primitive or object that is the same exactly for equal keys.
 * @template K, V
 */
export class KeyMap {
  /** @param {{ hash(key: K): unknown }} keys descriptor of the key type @param {[K, V][]} [entries] */
  constructor(keys, entries = []) {
    this.descriptor = keys;
    /** @type {Map<unknown, [K, V]>} */
    this.buckets = new Map();
    for (const [key, value] of entries) this.set(key, value);
  }

  get size() {
    return this.buckets.size;
  }

  /** What is there, for `m[key] op= v`: a key that cannot be one fails as in an assignment. @param {K} key @returns {V | undefined} */
  old(key) {
    return this.buckets.get(this.descriptor.hash(key))?.[1];
  }

  /** The hash of a key that is looked for. @param {K} key @returns {unknown} */
  hash(key) {
    if (this.buckets.size > 0) return this.descriptor.hash(key);
    try {
      return this.descriptor.hash(key);
    } catch (e) {
      const [, type] = /hash of unhashable type (.*)/.exec(/** @type {any} */ (e).value?.text) ?? [];
      if (type === undefined) throw e;
      return unhashable(type);
    }
  }

  /** @param {K} key @returns {V | undefined} */
  get(key) {
    const entry = this.buckets.get(this.hash(key));
    return entry === undefined ? undefined : entry[1];
  }

  /** @param {K} key @returns {boolean} */
  has(key) {
    return this.buckets.has(this.hash(key));
  }

  /** The key is replaced too: 0 by −0, which are equal. @param {K} key @param {V} value @returns {this} */
  set(key, value) {
    const hashed = this.descriptor.hash(key), entry = this.buckets.get(hashed);
    if (entry === undefined) this.buckets.set(hashed, [key, value]);
    else {
      entry[0] = key;
      entry[1] = value;
    }
    return this;
  }

  /** @param {K} key @returns {boolean} */
  delete(key) {
    return this.buckets.delete(this.hash(key));
  }

  clear() {
    this.buckets.clear();
  }

  /** @returns {IterableIterator<[K, V]>} */
  entries() {
    return this.buckets.values();
  }

  /** @returns {IterableIterator<[K, V]>} */
  [Symbol.iterator]() {
    return this.buckets.values();
  }

  /** @returns {IterableIterator<K>} */
  *keys() {
    for (const entry of this.buckets.values()) yield entry[0];
  }

  /** @returns {IterableIterator<V>} */
  *values() {
    for (const entry of this.buckets.values()) yield entry[1];
  }
}

/** The entries of a map for a range whose body may add some: no more than there are now, so that it ends.
 * @template K, V @param {Map<K, V> | KeyMap<K, V>} m @returns {IterableIterator<[K, V]>} */
export function* mapEntries(m) {
  let rest = m.size;
  for (const entry of m) {
    if (rest-- === 0) return;
    yield entry;
  }
}
