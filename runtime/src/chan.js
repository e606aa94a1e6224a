import { currentGoroutine, Goroutine, park, parked, ready, readyThrow } from "./goroutine.js";
import { GoPanic, plainError, RuntimeError } from "./panic.js";
import { Queue } from "./queue.js";

/** A goroutine that waits at a channel. */
export class Waiter {
  /**
   * @param {Goroutine} goroutine
   * @param {any} value to send
   * @param {boolean} isPair it wants the value and whether there is one
   * @param {Waiter[] | null} cases of the select that it is part of
   * @param {number} place of the case
   */
  constructor(goroutine, value, isPair, cases, place) {
    this.goroutine = goroutine;
    this.value = value;
    this.isPair = isPair;
    this.cases = cases;
    this.place = place;
    /** @type {WaiterList | null} */
    this.list = null;
    /** @type {Waiter | null} */
    this.previous = null;
    /** @type {Waiter | null} */
    this.next = null;
  }
}

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
    w.list = this;
    w.previous = this.last;
    if (this.last === null) this.first = w;
    else this.last.next = w;
    this.last = w;
  }

  /** @param {Waiter} w */
  remove(w) {
    if (w.previous === null) this.first = w.next;
    else w.previous.next = w.next;
    if (w.next === null) this.last = w.previous;
    else w.next.previous = w.previous;
    w.list = w.previous = w.next = null;
  }

  /** The first, taken off this list, and off those of the other cases of its select. @returns {Waiter | null} */
  take() {
    const w = this.first;
    if (w === null) return null;
    if (w.cases === null) this.remove(w);
    else for (const other of w.cases) other.list?.remove(other);
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

/** The waiter of the running goroutine: without select, it waits at one channel at a time. @param {any} value @param {boolean} isPair */
function ownWaiter(value, isPair) {
  const g = currentGoroutine();
  const w = g.waiter ??= new Waiter(g, undefined, false, null, 0);
  w.value = value;
  w.isPair = isPair;
  return w;
}

/** Hands a value to a waiting receiver. @param {Waiter} w @param {any} value @param {boolean} ok */
function deliver(w, value, ok) {
  if (w.cases !== null) ready(w.goroutine, [w.place, value, ok]);
  else ready(w.goroutine, w.isPair ? [value, ok] : value);
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

/** Receives where canReceive; false for the zero value of a closed channel. The value is left in `received`.
 * @param {Chan} ch @returns {boolean} */
export function takeValue(ch) {
  const { buffer } = ch;
  if (buffer !== null && buffer.size > 0) {
    received = buffer.shift();
    const w = ch.senders.take();
    if (w !== null) {
      buffer.push(w.value);
      w.value = undefined;
      release(w);
    }
    return true;
  }
  const w = ch.senders.take();
  if (w === null) {
    received = ch.kind.zero();
    return false;
  }
  received = w.value;
  w.value = undefined;
  release(w);
  return true;
}

/** The value that takeValue has just received. @type {any} */
let received = undefined;

/** Takes the value that takeValue has just received. @returns {any} */
export function receivedValue() {
  const value = received;
  received = undefined;
  return value;
}

/** Go: ch <- value. @param {Chan | null} ch @param {any} value @returns {typeof parked | undefined} */
export function send(ch, value) {
  if (ch === null) return park("chan send (nil chan)");
  if (trySend(ch, value)) return undefined;
  ch.senders.push(ownWaiter(value, false));
  return park("chan send");
}

/** Go: <-ch. @param {Chan | null} ch @returns {any} the value, or parked */
export function receive(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  if (canReceive(ch)) {
    takeValue(ch);
    return receivedValue();
  }
  ch.receivers.push(ownWaiter(undefined, false));
  return park("chan receive");
}

/** Go: v, ok := <-ch. @param {Chan | null} ch @returns {[any, boolean] | typeof parked} */
export function receive2(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  if (canReceive(ch)) {
    const ok = takeValue(ch);
    return [receivedValue(), ok];
  }
  ch.receivers.push(ownWaiter(undefined, true));
  return park("chan receive");
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
