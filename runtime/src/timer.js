/** A callback that is due at a time of monotonicNow(), in milliseconds. */
export class Timer {
  /** @param {number} due @param {number} order breaks ties: the earlier set goes first @param {() => void} callback */
  constructor(due, order, callback) {
    this.due = due;
    this.order = order;
    this.callback = callback;
    /** Its place in the heap; −1 when it is not pending. */
    this.place = -1;
    /** Whose clock it goes by, if not the host's. @type {any} */
    this.bubble = null;
  }
}

/** Pending timers, the next due first: a binary heap. */
export class TimerHeap {
  constructor() {
    /** @type {Timer[]} */
    this.heap = [];
  }

  get size() {
    return this.heap.length;
  }

  /** The next due. @returns {Timer} */
  get first() {
    return this.heap[0];
  }

  /** @param {Timer} timer */
  insert(timer) {
    this.heap.push(timer);
    this.rise(timer, this.heap.length - 1);
  }

  /** False if it was not pending. @param {Timer} timer @returns {boolean} */
  remove(timer) {
    const { heap } = this, { place } = timer;
    if (place < 0) return false;
    timer.place = -1;
    const last = /** @type {Timer} */ (heap.pop());
    if (last !== timer) {
      this.sink(last, place);
      this.rise(last, last.place);
    }
    return true;
  }

  /** Puts a timer at a place or above it. @param {Timer} timer @param {number} start */
  rise(timer, start) {
    const { heap } = this;
    let place = start;
    while (place > 0) {
      const above = heap[place - 1 >> 1];
      if (!isBefore(timer, above)) break;
      heap[place] = above;
      above.place = place;
      place = place - 1 >> 1;
    }
    heap[place] = timer;
    timer.place = place;
  }

  /** Puts a timer at a place or below it. @param {Timer} timer @param {number} start */
  sink(timer, start) {
    const { heap } = this;
    let place = start;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below++;
      if (!isBefore(heap[below], timer)) break;
      heap[place] = heap[below];
      heap[place].place = place;
      place = below;
    }
    heap[place] = timer;
    timer.place = place;
  }
}

/** @param {Timer} a @param {Timer} b @returns {boolean} */
function isBefore(a, b) {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}
