import { currentGoroutine, park, parked, ready } from "./goroutine.js";
import { Queue } from "./queue.js";

/** A counting semaphore with a fair queue: what sync.Mutex, WaitGroup, Cond and the like are made of. */
export class Semaphore {
  /** @param {number} [n] how many may acquire it without waiting */
  constructor(n = 0) {
    this.n = n;
    /** @type {Queue<import("./goroutine.js").Goroutine>} */
    this.waiters = new Queue();
  }
}

/** Takes one, or waits until there is one. @param {Semaphore} s @param {string} reason in Go's words
 * @returns {typeof parked | undefined} */
export function semacquire(s, reason) {
  if (s.n > 0) {
    s.n--;
    return undefined;
  }
  s.waiters.push(currentGoroutine());
  return park(reason);
}

/** Gives one back: straight to the goroutine that waits longest. @param {Semaphore} s */
export function semrelease(s) {
  const g = s.waiters.shift();
  if (g === undefined) s.n++;
  else ready(g);
}
