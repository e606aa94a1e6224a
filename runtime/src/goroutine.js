import { withCodeOf } from "./code.js";
import { blockingSleep, embeddedHost, exit, flush, monotonicNow, writeText } from "./host.js";
import { fatal, GoPanic } from "./panic.js";
import { crash } from "./run.js";
import { stackFrames, traceGoroutines, traceText } from "./stack.js";
import { Timer, TimerHeap } from "./timer.js";

// Goroutines are cooperative. A function that may park is a generator; whoever calls it gets its value, or `parked` and
// must yield. While a goroutine waits, its suspended generators lie on its own stack, so that it is resumed at the
// innermost one whatever the depth.
//
// For natives: `park(reason)` marks the running goroutine as waiting and gives `parked`, which the native returns;
// whoever has kept `currentGoroutine()` then calls `ready(goroutine, value)`, and the native's caller sees that value.
// Host callbacks may call `ready`, `goCall` and channel operations that do not park at any time. A host operation in
// flight is announced by hostStarted() and hostDone(), so that waiting for it is no deadlock.

// What each switch uses is declared by `var`: until the engine has compiled who uses a variable declared by `let` or
// `const`, each use of it is preceded by a check that the declaration has been evaluated.

/** What a call gives that has parked the goroutine. */
export var parked = Symbol("parked");

/** @typedef {Generator<undefined, any, any>} Body */

/** A suspended call that waits for another. */
class Suspended {
  /** @param {Body} body @param {Suspended | null} caller @param {any} site where it stands, for traces */
  constructor(body, caller, site) {
    this.body = body;
    this.caller = caller;
    this.site = site;
  }
}

/** How a goroutine goes on: its innermost call takes `value`, or has it thrown, or `value` is the function to begin with. */
const TAKES = 0, FAILS = 1, BEGINS = 2;

/** How one waits: for what a channel gives, as it is, with whether there is one, or as the result of a select; to send; for
 * something else. */
export const ALONE = 0, IN_PAIR = 1, SELECTING = 2, SENDING = 3, ELSEWHERE = 4;

/** A goroutine. It is itself the innermost of its suspended calls, and outside of select the waiter with which it waits at a
 * channel: what counts at a switch is how many objects it touches. */
export class Goroutine {
  /** @param {number} id */
  constructor(id) {
    // What every switch needs comes first, near each other in memory.
    /** What it goes on with. While it waits to send, what it sends. @type {any} */
    this.value = undefined;
    /** The innermost suspended call; while the goroutine runs, the one that was resumed. @type {Body | null} */
    this.body = null;
    this.step = TAKES;
    this.kind = ELSEWHERE;
    /** The next that can run, or that waits at the same place. @type {Waiter | null} */
    this.follower = null;
    /** What it lives in. @type {Bubble | null} */
    this.bubble = null;
    /** What it waits for elsewhere than at a channel, or has waited for last, in Go's words. */
    this.reason = "";
    /** Where its innermost call stands, for traces. @type {any} */
    this.site = undefined;
    /** The calls that wait for the innermost one. @type {Suspended | null} */
    this.caller = null;
    this.id = id;
    /** Where it was started, for traces, and the number of the goroutine that did. @type {any} */
    this.origin = undefined;
    this.parent = 0;
    /** All goroutines form a ring. @type {Goroutine} */
    this.previous = this;
    /** @type {Goroutine} */
    this.next = this;
  }

  /** Notes where it was started. @param {number} site */
  at(site) {
    this.origin = site;
    this.parent = running.id;
  }
}

/** @typedef {import("./chan.js").Waiter} Waiter */

/** The running goroutine; null in a program that runs without a scheduler, until it is asked for. @type {Goroutine} */
export var running = /** @type {any} */ (null);
/** While a goroutine parks, its calls unwind: the last that has. @type {Goroutine | Suspended | null} */
var unwound = null;
/** The ring of all goroutines, at its oldest. @type {Goroutine | null} */
let oldest = null;
/** @type {Goroutine | null} */
let mainGoroutine = null;
let lastId = 0;
let count = 0;
/** The goroutines that can run, in a row: the first and the last. @type {Goroutine | null} */
var firstReady = null;
/** @type {Goroutine} */
var lastReady = /** @type {any} */ (null);
const timers = new TimerHeap();
let timerCount = 0;
/** Host operations in flight. */
let pendingHost = 0;
/** The scheduler is at work, further up the stack. */
let isTurning = false;
let isTurnPlanned = false;
let isOver = false;
/** Nothing has run since the host was given a last chance to make something ready. */
let isHostAsked = false;
/** The host's timer that will give the scheduler its next turn. @type {any} */
let alarm = null;

/** The running goroutine; the one of a program that runs without a scheduler comes into being when it is asked for.
 * @returns {Goroutine} */
export function currentGoroutine() {
  return running ??= register();
}

/** @returns {number} */
export function goroutineCount() {
  return count;
}

/** Counts what will be goroutines, or no longer. @param {number} n */
export function countGoroutines(n) {
  count += n;
}

/** @returns {Goroutine} */
function newGoroutine() {
  const g = register();
  enqueue(g);
  return g;
}

/** Puts a goroutine behind all others that can run. @param {Goroutine} g */
function enqueue(g) {
  if (firstReady === null) {
    firstReady = g;
    if (!isTurning) planTurn();
  } else lastReady.follower = g;
  lastReady = g;
}

/** A goroutine that nobody runs yet. @returns {Goroutine} */
function register() {
  const g = new Goroutine(++lastId);
  count++;
  enterBubble(g);
  if (oldest === null) oldest = g;
  else {
    const last = oldest.previous;
    last.next = g;
    g.previous = last;
    g.next = oldest;
    oldest.previous = g;
  }
  return g;
}

/** @param {Goroutine} g */
function forget(g) {
  count--;
  if (g.bubble !== null) g.bubble.members--;
  if (oldest === g) oldest = g.next === g ? null : g.next;
  g.previous.next = g.next;
  g.next.previous = g.previous;
}

/** Go: go f(x) of a function that may park. @param {Body} body @returns {Goroutine} */
export function go(body) {
  const g = newGoroutine();
  g.body = body;
  return g;
}

/** Go: go f(x) of any function, in dynamic form. @param {(...args: any[]) => unknown} fn @param {...any} args
 * @returns {Goroutine} */
export function goCall(fn, ...args) {
  const g = newGoroutine();
  g.value = args.length === 0 ? fn : () => fn(...args);
  g.step = BEGINS;
  return g;
}

/** Runs a function in a goroutine of its own at once, as far as it gets without waiting: for callbacks from which
 * JavaScript expects an answer. @param {(...args: any[]) => unknown} fn in dynamic form @param {...any} args
 * @returns {any} its value; undefined if it had to wait */
export function goNow(fn, ...args) {
  const before = running, g = register();
  let answer;
  g.value = () => {
    const value = fn(...args);
    if (value !== parked) answer = value;
    return value;
  };
  g.step = BEGINS;
  resume(g);
  running = before;
  return answer;
}

/** Calls a function that may park: its value, or `parked`, with the body left as a frame of the running goroutine.
 * @param {Body} body @returns {any} */
export function call(body) {
  const step = body.next();
  if (step.done) return unwound === null ? step.value : lost();
  suspend(running, body, step.value);
  return parked;
}

/** A call has parked that nobody has waited for: a function went on that the compiler took for one that cannot park.
 * @returns {never} */
function lost() {
  return fatal("goes: a call parked in a function that cannot wait (compiler fault)");
}

/** Puts a call that unwinds below those that have before it. @param {Goroutine} g @param {Body} body @param {any} site */
function suspend(g, body, site) {
  if (unwound === null) {
    if (g.body !== null) g.caller = new Suspended(g.body, g.caller, undefined);
    g.body = body;
    g.site = site;
    unwound = g;
  } else unwound = unwound.caller = new Suspended(body, unwound.caller, site);
}

/** The dynamic form of a function that may park. @param {(...args: any[]) => Body} fn @returns {(...args: any[]) => any} */
export function parking(fn) {
  return (...args) => call(fn(...args));
}

/** The same, for programs that ask which code a function has. @param {(...args: any[]) => Body} fn @returns {(...args: any[]) => any} */
export function parkingAs(fn) {
  return withCodeOf(parking(fn), fn);
}

/** The value of a call where the compiler has found no reason to wait. If it parks all the same, others run on top of the
 * running goroutine until it can go on. @template T @param {T} value @returns {T} */
export function mustNotPark(value) {
  if (value !== parked) return value;
  if (waitBelow !== null) return waitBelow();
  deadlock();
  return fatal("all goroutines are asleep - deadlock!");
}

/** Parks the running goroutine. @param {string} reason in Go's words @returns {typeof parked} */
export function park(reason) {
  const g = currentGoroutine();
  g.kind = ELSEWHERE;
  g.reason = reason;
  return parked;
}

/** What a goroutine waits for, or has waited for last, in Go's words. @param {Goroutine} g @returns {string} */
function reasonOf(g) {
  return g.kind === ELSEWHERE ? g.reason : g.kind === SENDING ? "chan send" : "chan receive";
}

/** Makes a parked goroutine runnable. @param {Goroutine} g @param {any} [value] what its call gives */
export function ready(g, value) {
  if (g.bubble !== null) activate(g, g.bubble);
  g.value = value;
  // As enqueue has it, without a call.
  if (firstReady === null) enqueue(g);
  else lastReady = lastReady.follower = g;
}

/** Makes a parked goroutine runnable by an exception. @param {Goroutine} g @param {unknown} thrown */
export function readyThrow(g, thrown) {
  g.step = FAILS;
  ready(g, thrown);
}

/** runtime.Gosched. @returns {typeof parked} */
export function gosched() {
  ready(running);
  return parked;
}

/** Goroutines with a clock of their own, which stands still until all of them wait. */
class Bubble {
  /** @param {Goroutine} caller who waits until all of them have ended */
  constructor(caller) {
    this.caller = caller;
    /** In nanoseconds. */
    this.elapsed = 0;
    this.timers = new TimerHeap();
    this.members = 0;
    /** How many of them do not wait for each other. */
    this.active = 0;
    /** Who waits until all others wait. @type {Goroutine | null} */
    this.waiter = null;
    /** The first of them, on whose behalf timers call back. @type {Goroutine | null} */
    this.root = null;
    this.isRootDone = false;
  }

  /** @param {number} milliseconds @param {() => void} callback @returns {Timer} */
  setTimer(milliseconds, callback) {
    const timer = new Timer(this.elapsed + Math.round(milliseconds * 1e6), ++timerCount, callback);
    timer.bubble = this;
    this.timers.insert(timer);
    return timer;
  }

  /** All members wait, or have ended. */
  settle() {
    const { waiter, caller } = this;
    if (waiter !== null) {
      this.waiter = null;
      ready(waiter);
    } else if (this.members === 0) ready(caller);
    else if (this.timers.size > 0 && !this.isRootDone) this.advance();
    else {
      const why = this.isRootDone ? "main bubble goroutine has exited but blocked goroutines remain" : "all goroutines in bubble are blocked";
      readyThrow(caller, new GoPanic(`deadlock: ${why}`));
    }
  }

  /** Lets the time pass until the next timer is due. */
  advance() {
    this.elapsed = Math.max(this.elapsed, this.timers.first.due);
    running = /** @type {Goroutine} */ (this.root);
    while (this.timers.size > 0 && this.timers.first.due <= this.elapsed) {
      const timer = this.timers.first;
      this.timers.remove(timer);
      timer.callback();
    }
    if (this.active === 0) this.settle();
  }
}

/** A new goroutine lives where the one lives that started it. @param {Goroutine} g */
function enterBubble(g) {
  g.bubble = running?.bubble ?? null;
  if (g.bubble !== null) {
    g.bubble.members++;
    g.bubble.active++;
  }
}

/** Whether only others of its bubble can wake a goroutine that waits. @param {Goroutine} g @returns {boolean} */
function isDurable(g) {
  const reason = reasonOf(g);
  return reason !== "IO wait" && reason !== "sync.Mutex.Lock";
}

/** A member waits no longer. @param {Goroutine} g @param {Bubble} bubble */
function activate(g, bubble) {
  if (isDurable(g)) bubble.active++;
  g.kind = ELSEWHERE;
  g.reason = "";
}

/** A member has run until it waits or ends. @param {Goroutine} g @param {Bubble} bubble */
function leaveBubble(g, bubble) {
  if (!isOver && isDurable(g) && --bubble.active === 0) bubble.settle();
}

/** Runs a function and all goroutines that it starts with a clock of their own, until they end.
 * @param {() => unknown} fn in dynamic form @returns {typeof parked} */
export function runInBubble(fn) {
  const caller = running, bubble = new Bubble(caller), g = register();
  bubble.root = g;
  g.bubble = bubble;
  bubble.members++;
  bubble.active++;
  g.body = bubbleMain(fn, bubble);
  enqueue(g);
  return park("synctest.Run");
}

/** @param {() => unknown} fn @param {Bubble} bubble @returns {Body} */
function* bubbleMain(fn, bubble) {
  if (fn() === parked) yield;
  bubble.isRootDone = true;
}

/** Parks until all others in the bubble wait. @returns {typeof parked} */
export function waitForBubble() {
  /** @type {Bubble} */ (running.bubble).waiter = running;
  return park("synctest.Wait");
}

/** The time since the running goroutine's bubble began, in nanoseconds; −1 outside of any. @returns {number} */
export function bubbleTime() {
  return running?.bubble?.elapsed ?? -1;
}

/** So often has a loop that waits for others gone round. */
let spins = 0;

/** For loops that wait for others without a word: lets them run now and then. @returns {typeof parked | undefined} */
export function spin() {
  return (++spins & 255) === 0 ? gosched() : undefined;
}

/** When others have had their turn last, and how many goroutines have given theirs to others and wait below. */
let lastPause = 0, pauses = 0;

/** Who runs longer than this, in milliseconds, lets others run, as in Go. */
const QUANTUM = 10;

/** For loops that look now and then whether another goroutine wants something, in functions that cannot park: those that
 * can run do so meanwhile, on top of the running one. */
export function letOthersRun() {
  if ((++spins & 255) !== 0 || isOver) return;
  const now = monotonicNow();
  if (now - lastPause < QUANTUM || pauses > 20) return;
  const self = running, wasTurning = isTurning;
  pauses++;
  isTurning = true;
  try {
    for (let fired = 0; fired < 64 && fireTimer(); fired++);
    runOnce();
  } finally {
    pauses--;
    isTurning = wasTurning;
    running = self;
    unwound = null;
    lastPause = monotonicNow();
  }
}

/** Each goroutine that can run now does so once. */
function runOnce() {
  let turns = 0;
  for (let g = firstReady; g !== null; g = /** @type {Goroutine | null} */ (g.follower)) if (!waitingBelow.includes(g)) turns++;
  while (turns-- > 0 && !isOver) {
    // Those that run on top of the first may have run the others.
    const g = takeReady(null);
    if (g === null) return;
    runOnTop(g);
  }
}

/** @param {Goroutine} g */
function runOnTop(g) {
  resume(g);
  if (!isOver && g.bubble !== null) leaveBubble(g, g.bubble);
}

/** Goroutines that wait where nothing can be suspended, while others run on top of them; the innermost is the last.
 * @type {Goroutine[]} */
const waitingBelow = [];

/** What lets others run so; null in programs without a scheduler. @type {(() => any) | null} */
let waitBelow = null;

/** Takes the first goroutine that can run out of the row: those below others cannot, except for the given one.
 * @param {Goroutine | null} self @returns {Goroutine | null} */
function takeReady(self) {
  let before = null;
  for (let g = firstReady; g !== null; before = g, g = /** @type {Goroutine | null} */ (g.follower)) {
    if (g !== self && waitingBelow.includes(g)) continue;
    if (before === null) firstReady = /** @type {Goroutine | null} */ (g.follower);
    else before.follower = g.follower;
    if (g === lastReady && before !== null) lastReady = before;
    g.follower = null;
    return g;
  }
  return null;
}

/** Takes who is to go on out of those that wait for something: of those that are below others, the innermost.
 * @param {import("./queue.js").Queue<Goroutine>} waiters @returns {Goroutine | undefined} */
export function takeWaiter(waiters) {
  for (let i = waitingBelow.length - 1; i >= 0; i--) if (waiters.remove(waitingBelow[i])) return waitingBelow[i];
  return waiters.shift();
}

/** Waits for what the running goroutine has parked for. @returns {any} what the call gives */
function waitOnStack() {
  const self = running, wasTurning = isTurning, hasFrames = unwound !== null;
  const base = unwound === null ? null : unwound.caller;
  unwound = null;
  waitingBelow.push(self);
  isTurning = true;
  try {
    do runUntilReady(self); while (hasFrames && !finishFrames(self, base));
    const { value, step } = self;
    self.value = undefined;
    self.step = TAKES;
    if (step === FAILS) throw value;
    return value;
  } finally {
    waitingBelow.pop();
    isTurning = wasTurning;
    running = self;
    unwound = null;
  }
}

/** Runs others, and the timers, until a goroutine can go on. @param {Goroutine} self */
function runUntilReady(self) {
  for (let steps = 1; ; steps++) {
    const g = takeReady(self);
    if (g === self) break;
    if (g !== null) runOnTop(g);
    if (isOver) throw { exit: 0 };
    if (g !== null && (steps & 63) !== 0 || fireTimer()) continue;
    if (g === null) {
      if (timers.size === 0) deadlock();
      blockingSleep(Math.max(timers.first.due - monotonicNow(), 0));
    }
  }
  running = self;
}

/** Goes on with the calls that a goroutine has parked in, down to those of its that cannot be suspended.
 * @param {Goroutine} g @param {Suspended | null} base what it ran before @returns {boolean} whether they have ended */
function finishFrames(g, base) {
  let { value } = g, isFailing = g.step === FAILS;
  g.value = undefined;
  g.step = TAKES;
  g.caller = new Suspended(/** @type {Body} */ (g.body), g.caller, g.site);
  for (let { caller } = g; caller !== null && caller !== base; { caller } = g) {
    g.body = caller.body;
    g.caller = caller.caller;
    try {
      const step = isFailing ? g.body.throw(value) : g.body.next(value);
      if (!step.done) {
        stay(g, step.value);
        return false;
      }
      value = step.value;
      isFailing = false;
    } catch (e) {
      if (value !== e) noteWaiting(e, g.caller);
      value = e;
      isFailing = true;
    }
  }
  g.body = base === null ? null : base.body;
  g.caller = base === null ? null : base.caller;
  g.value = value;
  g.step = isFailing ? FAILS : TAKES;
  return true;
}

/** Runs goroutines in their turns until none can run, or the host is to have its turn, or the program is over.
 * @param {number} steps how many turns there have been @param {number} began when the first was
 * @returns {number} how many turns there have been; −1 if the host is to have its turn */
function runReady(steps, began) {
  while (firstReady !== null && !isOver) {
    const g = firstReady, { body, value } = g;
    firstReady = /** @type {Goroutine | null} */ (g.follower);
    g.follower = null;
    if (g.step !== TAKES || body === null) resume(g);
    else {
      // What resume does, with no more calls than needed: most of the time the goroutine will wait again.
      running = g;
      g.value = undefined;
      /** @type {IteratorResult<any, any> | null} */
      let step = null;
      try {
        step = body.next(value);
      } catch (e) {
        noteWaiting(e, g.caller);
        goOn(g, true, e);
      }
      if (step !== null) {
        if (step.done) goOn(g, false, step.value);
        else if (unwound === null) g.site = step.value;
        else stay(g, step.value);
      }
    }
    if (g.bubble !== null) leaveBubble(g, g.bubble);
    if ((++steps & 63) === 0) {
      // A ticker may be due again at once: goroutines have to run, too.
      for (let fired = 0; fired < 64 && fireTimer(); fired++);
      // The host's own events get their turn, too.
      if ((steps & 1023) === 0 && !embeddedHost() && monotonicNow() - began > 50) return -1;
    }
  }
  return steps;
}

/** Runs a goroutine until it parks or ends. @param {Goroutine} g */
function resume(g) {
  const { step, body, value } = g;
  running = g;
  g.value = undefined;
  g.step = TAKES;
  if (step === BEGINS) begin(g, value);
  else {
    // As if the innermost call had called what has parked it.
    if (body !== null) g.caller = new Suspended(body, g.caller, g.site);
    goOn(g, step === FAILS, value);
  }
}

/** Goes on after the innermost call of a goroutine with those that wait for it, as each one ends.
 * @param {Goroutine} g @param {boolean} isFailing whether the call has thrown @param {any} value what it has thrown or given */
function goOn(g, isFailing, value) {
  for (let { caller } = g; caller !== null; { caller } = g) {
    g.body = caller.body;
    g.caller = caller.caller;
    try {
      const step = isFailing ? g.body.throw(value) : g.body.next(value);
      if (!step.done) return stay(g, step.value);
      value = step.value;
      isFailing = false;
    } catch (e) {
      if (value !== e) noteWaiting(e, g.caller);
      value = e;
      isFailing = true;
    }
  }
  finish(g, isFailing, value);
}

/** Notes where the call that waits stands. One that waits again stays where it lies: what it has called meanwhile lies above it.
 * @param {Goroutine} g @param {any} site */
function stay(g, site) {
  if (unwound === null) g.site = site;
  else {
    /** @type {Suspended} */ (unwound.caller).site = site;
    unwound = null;
  }
}

/** Calls the function that a goroutine begins with. @param {Goroutine} g @param {() => unknown} start in dynamic form */
function begin(g, start) {
  g.step = TAKES;
  try {
    if (start() !== parked) finish(g, false, undefined);
    unwound = null;
  } catch (e) {
    finish(g, true, e);
  }
}

/** Keeps with an exception the calls that waited where it was thrown: they are left one by one. @param {any} thrown
 * @param {Suspended | null} waiting */
function noteWaiting(thrown, waiting) {
  if (typeof thrown === "object" && thrown !== null && thrown.waiting === undefined) thrown.waiting = waiting;
}

/** @param {Goroutine} g @param {boolean} isFailing @param {any} value */
function finish(g, isFailing, value) {
  if (unwound !== null && !isFailing) lost();
  forget(g);
  if (isFailing && !value.isGoexit) {
    isOver = true;
    if (typeof value === "object" && value !== null) value.created = createdBy(g);
    crash(value, g.id);
  }
  if (g === mainGoroutine && !isFailing) endProgram(0);
}

/** Ends the program from the scheduler. @param {number} code */
function endProgram(code) {
  isOver = true;
  try {
    exit(code);
  } catch (e) {
    // Where there is no process to end, nothing runs any more.
    if (/** @type {any} */ (e).exit === undefined) throw e;
  }
}

/** Runs a program: its package initialisers, then main, all in dynamic form.
 * @param {() => unknown} main @param {(() => unknown)[]} [inits] @returns {void} */
export function run(main, inits = []) {
  isTurnPlanned = true;
  traceGoroutines(currentGoroutine);
  waitBelow = waitOnStack;
  mainGoroutine = newGoroutine();
  mainGoroutine.body = program(main, inits);
  turn();
}

/** @param {() => unknown} main @param {(() => unknown)[]} inits @returns {Body} */
function* program(main, inits) {
  for (const init of inits) if (init() === parked) yield;
  if (main() === parked) yield;
}

/** Asks the host for a turn of the scheduler. */
function planTurn() {
  if (isTurnPlanned || isOver) return;
  isTurnPlanned = true;
  const { setImmediate, setTimeout } = /** @type {any} */ (globalThis);
  if (setImmediate) setImmediate(turn);
  else if (setTimeout) setTimeout(turn, 0);
  else Promise.resolve().then(turn);
}

/** Runs what can run, then waits for timers and the host. */
function turn() {
  if (isOver) return;
  isTurnPlanned = true;
  isTurning = true;
  try {
    const began = monotonicNow();
    let steps = 0;
    do {
      steps = runReady(steps, began);
      if (isOver) return;
      if (steps < 0) return yieldToHost();
      // One at a time: who is due earlier also runs earlier, however late it is.
    } while (fireTimer() || waitForTimers());
    isTurnPlanned = false;
    if (steps > 0) isHostAsked = false;
  } finally {
    isTurning = false;
  }
  flush();
  if (timers.size > 0 || pendingHost > 0) return;
  // What the host has pending may still make something ready: it gets one turn.
  if (isHostAsked || embeddedHost()) deadlock();
  else {
    isHostAsked = true;
    planTurn();
  }
}

/** Ends this turn, and asks for another after what the host has to do. */
function yieldToHost() {
  isHostAsked = isTurnPlanned = false;
  planTurn();
}

/** Calls back the next timer, if it is due. @returns {boolean} */
function fireTimer() {
  if (timers.size === 0) return false;
  const timer = timers.first;
  if (timer.due > monotonicNow()) return false;
  timers.remove(timer);
  timer.callback();
  return true;
}

/** Waits for the next timer where nothing else can happen meanwhile, else has the host wake the scheduler.
 * True when the time has come. */
function waitForTimers() {
  if (timers.size === 0) return false;
  flush();
  const wait = timers.first.due - monotonicNow();
  if (embeddedHost()) {
    if (wait > 0) blockingSleep(wait);
    return true;
  }
  const { document } = /** @type {any} */ (globalThis);
  if (wait < 1 && pendingHost === 0 && document === undefined) {
    // Host timers have a resolution of a millisecond.
    if (wait > 0) blockingSleep(wait);
    return true;
  }
  clearTimeout(alarm);
  alarm = setTimeout(turn, Math.min(Math.floor(wait), 2147483647));
  return false;
}

/** Reports that nothing can ever run again. */
function deadlock() {
  if (mainGoroutine === null) return;
  isOver = true;
  if (oldest === null) fatalLine("no goroutines (main called runtime.Goexit) - deadlock!", "");
  let text = "", g = /** @type {Goroutine} */ (/** @type {unknown} */ (oldest));
  do {
    text += `\ngoroutine ${g.id} [${reasonOf(g)}]:\n` + traceText(stackFrames(null, null, g)) + createdBy(g);
    g = g.next;
  } while (g !== oldest);
  fatalLine("all goroutines are asleep - deadlock!", text);
}

/** The lines of a trace that tell where a goroutine was started. @param {Goroutine} g @returns {string} */
export function createdBy(g) {
  if (g.origin === undefined) return "";
  return stackFrames(null, null, { site: g.origin, caller: null })
    .map(({ name, file, line, column }) => `created by ${name} in goroutine ${g.parent}\n\t${file}:${line} +0x${column.toString(16)}\n`)
    .join("");
}

/** @param {string} text @param {string} rest @returns {never} */
function fatalLine(text, rest) {
  writeText(2, `fatal error: ${text}\n${rest}`);
  return exit(2);
}

/** Calls back after some time. @param {number} milliseconds @param {() => void} callback @returns {Timer} */
export function setTimer(milliseconds, callback) {
  const bubble = running?.bubble ?? null;
  if (bubble !== null) return bubble.setTimer(milliseconds, callback);
  const timer = new Timer(monotonicNow() + milliseconds, ++timerCount, callback);
  timers.insert(timer);
  if (!isTurning) planTurn();
  return timer;
}

/** Whether the timer was still pending. @param {Timer} timer @returns {boolean} */
export function clearTimer(timer) {
  return (timer.bubble?.timers ?? timers).remove(timer);
}

/** time.Sleep. @param {number | bigint} nanoseconds @returns {typeof parked | undefined} */
export function sleep(nanoseconds) {
  if (nanoseconds <= 0) return undefined;
  const g = running;
  setTimer(Number(nanoseconds) / 1e6, () => ready(g));
  return park("sleep");
}

/** Announces a host operation that will make a goroutine ready. */
export function hostStarted() {
  pendingHost++;
}

/** The host operation has ended. */
export function hostDone() {
  pendingHost--;
  if (!isTurning) planTurn();
}

/** Waits for a promise: gives its value, or throws what `failed` makes of its rejection.
 * @param {PromiseLike<any>} promise @param {(error: any) => unknown} [failed] @returns {typeof parked} */
export function awaitPromise(promise, failed = (e) => e) {
  const g = running;
  hostStarted();
  promise.then(
    (value) => {
      ready(g, value);
      hostDone();
    },
    (error) => {
      readyThrow(g, failed(error));
      hostDone();
    },
  );
  return park("IO wait");
}

/** Runs a function in a goroutine of its own: for callers in JavaScript. @param {(...args: any[]) => unknown} fn in
 * dynamic form @param {...any} args @returns {Promise<any>} */
export function goPromise(fn, ...args) {
  return new Promise((resolve, reject) => {
    go(settle(fn, args, resolve, reject));
  });
}

/** @param {(...args: any[]) => unknown} fn @param {any[]} args @param {(v: any) => void} resolve @param {(e: any) => void} reject @returns {Body} */
function* settle(fn, args, resolve, reject) {
  try {
    let value = fn(...args);
    if (value === parked) value = yield;
    resolve(value);
  } catch (e) {
    reject(e);
  }
}

/** Ends the program with an error that names no goroutine. @param {string} text @returns {never} */
export function throwFatal(text) {
  isOver = true;
  return fatal(text);
}
