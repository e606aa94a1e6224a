import { ALONE, currentGoroutine, Goroutine, IN_PAIR, park, parked, ready, readyThrow, running, SELECTING, SENDING } from "./goroutine.js";
import { GoPanic, plainError, runtimeErrorOf } from "./panic.js";
import { Queue } from "./queue.js";

/** A case of a select that waits at a channel. A goroutine that waits at one channel alone is its own waiter, with the same
 * properties that both directions need. */
export class Case {
  /**
   * @param {Goroutine} goroutine
   * @param {Chan} ch
   * @param {boolean} isSend
   * @param {any} value to send
   * @param {Case[]} cases of the select
   * @param {number} place among them
   */
  constructor(goroutine, ch, isSend, value, cases, place) {
    this.value = value;
    this.kind = SELECTING;
    /** @type {Waiter | null} */
    this.follower = null;
    this.goroutine = goroutine;
    this.ch = ch;
    this.isSend = isSend;
    this.cases = cases;
    this.place = place;
    /** Whom it stands behind; means nothing once it is the first. @type {Waiter | null} */
    this.before = null;
  }
}

/** @typedef {Goroutine | Case} Waiter */

/** A channel. Those who wait at it stand in two rows, in the order in which they came. */
export class Chan {
  /** @param {{ zero(): any }} kind of its elements @param {number} capacity */
  constructor(kind, capacity) {
    // What most operations need comes first, near each other in memory.
    /** @type {Queue<any> | null} */
    this.buffer = capacity > 0 ? new Queue() : null;
    this.isClosed = false;
    /** @type {Waiter | null} */
    this.firstSender = null;
    /** @type {Waiter | null} */
    this.firstReceiver = null;
    /** The last in each row; means nothing where fewer than two wait. @type {Waiter | null} */
    this.lastReceiver = null;
    /** @type {Waiter | null} */
    this.lastSender = null;
    this.kind = kind;
    this.capacity = capacity;
    /** That of a timer: nobody can see that the value waits in a buffer. */
    this.hidesBuffer = false;
  }
}

/** @param {Chan} ch @param {Waiter} w */
function addSender(ch, w) {
  const first = ch.firstSender;
  if (first === null) ch.firstSender = w;
  else {
    behind(first, ch.lastSender).follower = w;
    ch.lastSender = w;
  }
}

/** @param {Chan} ch @param {Waiter} w */
function addReceiver(ch, w) {
  const first = ch.firstReceiver;
  if (first === null) ch.firstReceiver = w;
  else {
    behind(first, ch.lastReceiver).follower = w;
    ch.lastReceiver = w;
  }
}

/** Behind whom the next in a row stands. @param {Waiter} first @param {Waiter | null} last @returns {Waiter} */
function behind(first, last) {
  return first.follower === null ? first : /** @type {Waiter} */ (last);
}

/** Takes the first sender off its row, and the other cases of its select off theirs. @param {Chan} ch @returns {Waiter | null} */
function takeSender(ch) {
  const w = ch.firstSender;
  if (w === null) return null;
  if (w.kind === SELECTING) leave(/** @type {Case} */ (w));
  else {
    ch.firstSender = w.follower;
    w.follower = null;
  }
  return w;
}

/** As takeSender. @param {Chan} ch @returns {Waiter | null} */
function takeReceiver(ch) {
  const w = ch.firstReceiver;
  if (w === null) return null;
  if (w.kind === SELECTING) leave(/** @type {Case} */ (w));
  else {
    ch.firstReceiver = w.follower;
    w.follower = null;
  }
  return w;
}

/** Has a case of a select wait at its channel. @param {Case} w */
export function addCase(w) {
  const { ch, isSend } = w, first = isSend ? ch.firstSender : ch.firstReceiver;
  if (first !== null) w.before = behind(first, isSend ? ch.lastSender : ch.lastReceiver);
  if (isSend) addSender(ch, w);
  else addReceiver(ch, w);
}

/** Ends the waiting of a select. @param {Case} chosen one of its cases */
function leave(chosen) {
  for (const w of chosen.cases) {
    const { ch, before, follower } = w, isFirst = w === (w.isSend ? ch.firstSender : ch.firstReceiver);
    if (!isFirst) /** @type {Waiter} */ (before).follower = follower;
    else if (w.isSend) ch.firstSender = follower;
    else ch.firstReceiver = follower;
    if (follower !== null) {
      if (follower.kind === SELECTING) /** @type {Case} */ (follower).before = before;
    } else if (w.isSend) ch.lastSender = before;
    else ch.lastReceiver = before;
    w.follower = w.before = null;
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
  if (w.kind === SELECTING) {
    const { goroutine, place } = /** @type {Case} */ (w);
    ready(goroutine, [place, value, ok]);
  } else ready(/** @type {Goroutine} */ (w), w.kind === IN_PAIR ? [value, ok] : value);
}

/** Lets a waiting sender go on. @param {Waiter} w @returns {any} what it sends */
function release(w) {
  const { value } = w;
  if (w.kind === SELECTING) {
    const { goroutine, place } = /** @type {Case} */ (w);
    ready(goroutine, [place, undefined, false]);
  } else ready(/** @type {Goroutine} */ (w));
  return value;
}

/** Sends if that is possible at once. @param {Chan} ch @param {any} value @returns {boolean} */
export function trySend(ch, value) {
  if (ch.isClosed) plainError("send on closed channel");
  const w = takeReceiver(ch);
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
  return (ch.buffer !== null && ch.buffer.size > 0) || ch.firstSender !== null || ch.isClosed;
}

/** Whether a send would not wait. @param {Chan} ch @returns {boolean} */
export function canSend(ch) {
  return ch.isClosed || ch.firstReceiver !== null || (ch.buffer !== null && ch.buffer.size < ch.capacity);
}

/** Receives, if that is possible at once: true with a value, false with the zero value of a closed channel, undefined
 * where there is nothing yet. The value is left in `received`. @param {Chan} ch @returns {boolean | undefined} */
export function tryReceive(ch) {
  const { buffer } = ch, w = takeSender(ch);
  if (buffer !== null && buffer.size > 0) {
    received = buffer.shift();
    if (w !== null) buffer.push(release(w));
  } else if (w !== null) received = release(w);
  else if (ch.isClosed) {
    received = ch.kind.zero();
    return false;
  } else return undefined;
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

/** Has the running goroutine wait for a receiver. @param {Chan} ch @param {any} value @returns {typeof parked} */
function waitToSend(ch, value) {
  const g = currentGoroutine();
  g.value = value;
  g.kind = SENDING;
  addSender(ch, g);
  return parked;
}

/** Has the running goroutine wait for a sender. @param {Chan} ch @param {number} kind @returns {typeof parked} */
function waitToReceive(ch, kind) {
  const g = currentGoroutine();
  g.kind = kind;
  addReceiver(ch, g);
  return parked;
}

// What follows has the steps of trySend and tryReceive once more, for a partner that waits at this channel alone.

/** Go: ch <- value. @param {Chan | null} ch @param {any} value @returns {typeof parked | undefined} */
export function send(ch, value) {
  if (ch === null) return park("chan send (nil chan)");
  const w = ch.firstReceiver;
  if (w === null || w.kind !== ALONE) return trySend(ch, value) ? undefined : waitToSend(ch, value);
  const next = w.follower;
  ch.firstReceiver = next;
  if (next !== null) w.follower = null;
  ready(/** @type {Goroutine} */ (w), value);
  return undefined;
}

/** Go: <-ch. @param {Chan | null} ch @returns {any} the value, or parked */
export function receive(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  if (ch.firstSender === null && ch.buffer === null && !ch.isClosed) {
    // As waitToReceive has it, without a call.
    const g = running ?? currentGoroutine();
    g.kind = ALONE;
    if (ch.firstReceiver === null) ch.firstReceiver = g;
    else addReceiver(ch, g);
    return parked;
  }
  return tryReceive(ch) === undefined ? waitToReceive(ch, ALONE) : receivedValue();
}

/** Go: v, ok := <-ch. @param {Chan | null} ch @returns {[any, boolean] | typeof parked} */
export function receive2(ch) {
  if (ch === null) return park("chan receive (nil chan)");
  const ok = tryReceive(ch);
  return ok === undefined ? waitToReceive(ch, IN_PAIR) : [receivedValue(), ok];
}

/** Go: close(ch). @param {Chan | null} ch */
export function close(ch) {
  if (ch === null) plainError("close of nil channel");
  if (ch.isClosed) plainError("close of closed channel");
  ch.isClosed = true;
  for (let w = takeReceiver(ch); w !== null; w = takeReceiver(ch)) deliver(w, ch.kind.zero(), false);
  for (let w = takeSender(ch); w !== null; w = takeSender(ch)) {
    const thrown = new GoPanic(runtimeErrorOf("send on closed channel", "runtime.plainError"));
    readyThrow(w.kind === SELECTING ? /** @type {Case} */ (w).goroutine : /** @type {Goroutine} */ (w), thrown);
  }
}

/** Makes a channel one of a timer. @param {Chan} ch */
export function hideBuffer(ch) {
  ch.hidesBuffer = true;
}

/** @param {Chan | null} ch @returns {number} */
export function chanLen(ch) {
  return ch === null || ch.buffer === null || ch.hidesBuffer ? 0 : ch.buffer.size;
}

/** @param {Chan | null} ch @returns {number} */
export function chanCap(ch) {
  return ch === null || ch.hidesBuffer ? 0 : ch.capacity;
}
