/** A first-in-first-out queue: a ring that grows. @template T */
export class Queue {
  constructor() {
    /** @type {any[]} */
    this.ring = [undefined, undefined, undefined, undefined];
    this.head = 0;
    this.size = 0;
  }

  /** @param {T} item */
  push(item) {
    if (this.size === this.ring.length) this.grow();
    this.ring[this.head + this.size & this.ring.length - 1] = item;
    this.size++;
  }

  grow() {
    const { ring, head } = this, n = ring.length, larger = new Array(2 * n).fill(undefined);
    for (let i = 0; i < n; i++) larger[i] = ring[head + i & n - 1];
    this.ring = larger;
    this.head = 0;
  }

  /** Takes an item out of the middle; tells whether it was there. @param {T} item @returns {boolean} */
  remove(item) {
    const { ring, head, size } = this, at = (/** @type {number} */ i) => head + i & ring.length - 1;
    let i = 0;
    while (i < size && ring[at(i)] !== item) i++;
    if (i === size) return false;
    for (; i < size - 1; i++) ring[at(i)] = ring[at(i + 1)];
    ring[at(size - 1)] = undefined;
    this.size--;
    return true;
  }

  /** The oldest item, or undefined. @returns {T | undefined} */
  shift() {
    if (this.size === 0) return undefined;
    const { ring, head } = this, item = ring[head];
    ring[head] = undefined;
    this.head = head + 1 & ring.length - 1;
    this.size--;
    return item;
  }
}
