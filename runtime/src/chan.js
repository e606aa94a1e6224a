import { currentGoroutine, Goroutine, park, parked, ready, readyThrow } from "./goroutine.js";
import { GoPanic, plainError, RuntimeError } from "./panic.js";
import { Queue } from "./queue.js";

/** A case of a select that waits at a channel. A goroutine that waits at one channel alone is its own waiter, with the same
 * properties, but for the list: it is never removed, only taken. */
export class Case {
  /**
   * @param {Goroutine} goroutine
   * @param {any} value to send
   * @param {Case[]} cases of the select
   * @param {number} place among them
   */
  constructor(goroutine, value, cases, place) {
    this.goroutine = goroutine;
    this.value = value;
    /** It wants the value and whether there is one. */
    this.isPair = false;
    this.cases = cases;
    this.place = place;
    /** @type {WaiterList | null} */
    this.list = null;
    /** @type {Waiter | null} */
    this.before = null;
    /** @type {Waiter | null} */
    this.after = null;
  }
}

/** @typedef {Goroutine | Case} Waiter */

/** Waiters in the order in which they came. */
export class WaiterList {
  constructor() {
    /** @type {Waiter | null} */
    this.first = null;
    /** @type {Waiter | null} */
    this.last = null;
  }

  /** @param {Waiter} w */
  push(w) {
    const { last } = this;
    if (last === null) this.first = w;
    else last.after = w;
    this.last = w;
  }

  /** As push, of one that may be removed. @param {Case} w */
  pushCase(w) {
    w.list = this;
    w.before = this.last;
    this.push(w);
  }

  /** @param {Case} w */
  remove(w) {
    const { before, after } = w;
    if (before === null) this.first = after;
    else before.after = after;
    if (after === null) this.last = before;
    else after.before = before;
    w.list = w.before = w.after = null;
  }

  /** The first, taken off this list, and off those of the other cases of its select. @returns {Waiter | null} */
  take() {
    const w = this.first;
    if (w === null) return null;
    if (w.cases !== null) for (const other of w.cases) other.list?.remove(other);
    else {
      const { after } = w;
      this.first = after;
      if (after === null) this.last = null;
      else after.before = w.after = null;
    }
    return w;
  }
}

/** A channel. */
export class Chan {
  /** @param {{ zero(): any }} kind of its elements @param {number} capacity */
  constructor(kind, capacity) {
    this.kind = kind;
    this.capacity = capacity;
    /** @type {Queue<any> | null} */
    this.buffer = capacity > 0 ? new Queue() : null;
    this.isClosed = false;
    this.senders = new WaiterList();
    this.receivers = new WaiterList();
  }
}

/** Go: make(chan T, capacity). @param {{ zero(): any, size?: number }} kind
 * @param {any} [capacity] @returns {Chan} */
export function makeChan(kind, capacity = 0) {
  if (!(capacity >= 0 && capacity <= 281474976710656 / (kind.size || 1))) plainError("makechan: size out of range");
  return new Chan(kind, capacity);
}

/** Hands a value to a waiting receiver. @param {Waiter} w @param {any} value @param {boolean} ok */
function deliver(w, value, ok) {
  ready(w.goroutine, w.cases !== null ? [w.place, value, ok] : w.isPair ? [value, ok] : value);
}

/** Lets a waiting sender go on. @param {Waiter} w */
function release(w) {
  ready(w.goroutine, w.cases === null ? undefined : [w.place, undefined, false]);
}

/** Sends if that is possible at once. @param {Chan} ch @param {any} value @returns {boolean} */
export function trySend(ch, value) {
  if (ch.isClosed) plainError("send on closed channel");
  const w = ch.receivers.take();
  if (w !== null) {
    deliver(w, value, true);
    return true;
  }
  if (ch.buffer === null || ch.buffer.size >= ch.capacity) return false;
  ch.buffer.push(value);
  return true;
}

/** Whether a receive would not wait. @param {Chan} ch @returns {boolean} */
export function canReceive(ch) {
  return (ch.buffer !== null && ch.buffer.size > 0) || ch.senders.first !== null || ch.isClosed;
}

/** Whether a send would not wait. @param {Chan} ch @returns {boolean} */
export function canSend(ch) {
  return ch.isClosed || ch.receivers.first !== null || (ch.buffer !== null && ch.buffer.size < ch.capacity);
}

/** Receives, if that is possible at once: true with a value, false with the zero value of a closed channel, undefined
 * where there is nothing yet. The value is left in `received`. @param {Chan} ch @returns {boolean | undefined} */
export function tryReceive(ch) {
  const { buffer } = ch, w = ch.senders.take();
  if (buffer !== null && buffer.size > 0) {
    received = buffer.shift();
    if (w !== null) buffer.push(w.value);
  } else if (w !== null) received = w.value;
  else if (ch.isClosed) {
    received = ch.kind.zero();
    return false;
  } else return undefined;
  if (w !== null) {
    w.value = undefined;
    release(w);
  }
  return true;
}

/** What tryReceive has just received. @type {any} */
let received = undefined;

/** Takes what tryReceive has just received. @returns {any} */
export function receivedValue() {
  const value = received;
  received = undefined;
  return value;
}

/** Has the running goroutine wait at a channel. @param {WaiterList} list @param {any} value to send
 * @param {boolean} isPair @param {string} reason @returns {typeof parked} */
function waitAt(list, value, isPair, reason) {
  const g = currentGoroutine();
  g.value = value;
  g.isPair = isPair;
  g.reason = reason;
  list.push(g);
  return parked;
}

/** Go: ch <- value. @param {Chan | null} ch @param {any} value @returns {typeof parked | undefined} */
export function send(ch, value) {
  if (ch === null) return park("chan send (nil chan)");
  return trySend(ch, value) ? undefined : waitAt(ch.senders, value, false, "chan send");
}

/** Go: <-ch. The steps of tryReceive, once more: by way of it, each value would pass through a variable of the module.
 * @param {Chan | null} ch @returns {any} the value, or parked */
export function receive(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  const { buffer } = ch, w = ch.senders.take();
  let value;
  if (buffer !== null && buffer.size > 0) {
    value = buffer.shift();
    if (w === null) return value;
    buffer.push(w.value);
  } else if (w !== null) value = w.value;
  else return ch.isClosed ? ch.kind.zero() : waitAt(ch.receivers, undefined, false, "chan receive");
  release(w);
  return value;
}

/** Go: v, ok := <-ch. @param {Chan | null} ch @returns {[any, boolean] | typeof parked} */
export function receive2(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  const ok = tryReceive(ch);
  return ok === undefined ? waitAt(ch.receivers, undefined, true, "chan receive") : [receivedValue(), ok];
}

/** Go: close(ch). @param {Chan | null} ch */
export function close(ch) {
  if (ch === null) plainError("close of nil channel");
  if (ch.isClosed) plainError("close of closed channel");
  ch.isClosed = true;
  for (let w = ch.receivers.take(); w !== null; w = ch.receivers.take()) deliver(w, ch.kind.zero(), false);
  for (let w = ch.senders.take(); w !== null; w = ch.senders.take()) {
    readyThrow(w.goroutine, new GoPanic(new RuntimeError("send on closed channel", "runtime.plainError")));
  }
}

/** @param {Chan | null} ch @returns {number} */
export function chanLen(ch) {
  return ch === null || ch.buffer === null ? 0 : ch.buffer.size;
}

/** @param {Chan | null} ch @returns {number} */
export function chanCap(ch) {
  return ch === null ? 0 : ch.capacity;
}
