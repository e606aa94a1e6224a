import { exit, hostEnv, writeText } from "./host.js";
import { isNilUse } from "./run.js";
import { goTrace } from "./stack.js";

/** So many panics have been recovered. */
let recovered = 0;
/** So many frames have a deferred call that may recover. */
let recovering = 0;
/** Taking the trace of a panic takes longer than all the rest. A program that recovers more than these does without
 * it wherever it may recover again. */
const TRACED = 100;

/**
 * A panic on its way up the stack.
 * `link` is the panic that was in progress when this one began.
 */
export class GoPanic extends Error {
  /** @param {any} value an interface value @param {unknown} [cause] the JavaScript exception that it stands for */
  constructor(value, cause) {
    super();
    this.begin(value, cause);
  }

  /** @param {any} value @param {unknown} cause */
  begin(value, cause) {
    this.value = value;
    this.cause = cause;
    /** @type {GoPanic | null} */
    this.link = null;
    this.isRecovered = false;
    this.isRepanicked = false;
    this.isGoexit = false;
    /** It began with a use of nil. */
    this.isSignal = false;
    /** What Go prints for the value, once that is known: its methods are called once. @type {string | null} */
    this.text = null;
    /** For a trace: the lines about the start of its goroutine. */
    this.created = "";
    /** The frames whose deferred calls were in progress, as they were then. */
    this.deferring = asTheyAre(innermostDeferring);
  }

  /** Takes the trace if there is none. Its first line would have the text: no method of the value is called for that. */
  takeTrace() {
    const { text, value } = this;
    if (value?.Error || value?.String) this.text = "";
    if (this.stack === undefined) Error.captureStackTrace?.(this);
    this.text = text;
  }

  /** For those who catch it as a JavaScript error. */
  get message() {
    try {
      return this.text ??= describePanic(this.value);
    } catch (e) {
      return unprintable(e);
    }
  }

  get name() {
    return "GoPanic";
  }

  /** Ends the program as Go does for a panic that nobody recovers. @param {number} [id] of the goroutine @returns {never} */
  $report(id = 1) {
    let text, signal = signalLine(this);
    try {
      for (/** @type {GoPanic | null} */ let p = this; p !== null; p = p.link) {
        if (!p.isGoexit && !p.link?.isRepanicked) p.text ??= describePanic(p.value);
      }
      text = panicChain(this);
    } catch (e) {
      text = `fatal error: ${unprintable(e)}\n`;
      signal = signalLine(asPanic(e));
    }
    writeText(2, text + signal + goTrace(this.cause ?? this, this.deferring, id) + this.created);
    return exit(2);
  }
}

/** What Go says of a panic in a method that was to give the text of another. @param {unknown} thrown @returns {string} */
function unprintable(thrown) {
  const { value } = asPanic(thrown);
  const what = typeof value === "string" ? value : "type " + (value.typeText ?? value.$type?.text ?? (typeof value === "boolean" ? "bool" : "int"));
  return "panic while printing panic value: " + what;
}

/** The line for a use of nil, in progress or recovered by a deferred call that is. @param {GoPanic | null} p @returns {string} */
function signalLine(p) {
  while (p !== null && !p.isSignal) p = p.link;
  return p === null ? "" : "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n";
}

/** The lines for a panic and those before it, oldest first. @param {GoPanic} p @returns {string} */
function panicChain(p) {
  let text = "";
  if (p.link !== null) {
    text = panicChain(p.link);
    if (p.link.isRepanicked) return text;
    if (!p.link.isGoexit) text += "\t";
  }
  if (p.isGoexit) return text;
  if (p.isRepanicked) return text + `panic: ${p.text} [recovered, repanicked]\n`;
  return text + `panic: ${p.text}${p.isRecovered ? " [recovered]" : ""}\n`;
}

/** The value of a panic as Go prints it. @param {any} value @returns {string} */
export function describePanic(value) {
  if (value === null) return "nil";
  if (typeof value !== "object") return indentLines(String(value));
  if (typeof value.Error === "function") return indentLines(value.Error());
  if (typeof value.String === "function") return indentLines(value.String());
  const type = value.$type, shown = type.print?.(value.$value);
  if (shown === undefined) return `(${type.text}) 0xc000012345`;
  if (type.name === type.text) return indentLines(shown);
  // A complex number has parentheses of its own.
  return indentLines(type.text + (typeof value.$value === "string" ? `("${shown}")` : shown.startsWith("(") ? shown : `(${shown})`));
}

/** @param {string} text @returns {string} */
function indentLines(text) {
  return text.replaceAll("\n", "\n\t");
}

/** Gives an error the program's class for its type; set where there is one. @type {((error: RuntimeError) => void) | null} */
let classify = null;

/** The program's classes for errors of the runtime, by the texts of their types. @type {Map<string, { prototype: object }>} */
const errorClasses = new Map();

/** Makes errors of a type objects of a class, which inherits what no Go code calls. @param {string} typeText @param {{ prototype: object }} errorClass @returns {void} */
export function nameErrors(typeText, errorClass) {
  errorClasses.set(typeText, errorClass);
  Object.setPrototypeOf(errorClass.prototype, RuntimeError.prototype);
  classify = (error) => {
    const found = errorClasses.get(error.typeText);
    if (found) Object.setPrototypeOf(error, found.prototype);
  };
}

/** An error that the runtime raises: implements error and runtime.Error. */
export class RuntimeError {
  /** @param {string} text what Error gives @param {string} [typeText] of the dynamic type, as Go's own have it */
  constructor(text, typeText = "runtime.errorString") {
    this.text = text;
    this.typeText = typeText;
    classify?.(this);
  }

  Error() {
    return this.text;
  }

  RuntimeError() {}
}

/** Errors that Go compares by what they say, by type and text: one object for each. @type {Map<string, RuntimeError>} */
const errors = new Map();

/** More texts than programs compare. */
const MAX_ERRORS = 1000;

/** An error of a type that Go compares by value. @param {string} text @param {string} typeText @returns {RuntimeError} */
export function runtimeErrorOf(text, typeText) {
  const key = typeText + text;
  let error = errors.get(key);
  if (error === undefined) {
    if (errors.size === MAX_ERRORS) errors.clear();
    errors.set(key, error = new RuntimeError(text, typeText));
  }
  return error;
}

/** A panic, without a trace where there are too many. @param {any} value @param {unknown} [cause] @returns {GoPanic} */
function newPanic(value, cause) {
  if (recovering === 0 || recovered <= TRACED) return new GoPanic(value, cause);
  const p = Object.create(GoPanic.prototype);
  p.begin(value, cause);
  return p;
}

/** The predeclared panic. @param {any} value @returns {never} */
export function panic(value) {
  throw newPanic(value === null ? panicWithNil("0") : value);
}

/** The predeclared panic in a program of a version before Go 1.21. @param {any} value @returns {never} */
export function panicOrNil(value) {
  throw newPanic(value === null ? panicWithNil("1") : value);
}

/** What `panic(nil)` panics with. @param {string} setting of panicnil, unless GODEBUG has another @returns {any} */
function panicWithNil(setting) {
  const settings = (hostEnv().GODEBUG ?? "").split(",").filter((pair) => pair.startsWith("panicnil="));
  const is = settings.pop()?.slice("panicnil=".length) ?? setting;
  return is === "1" ? null : runtimeErrorOf("panic called with nil argument", "*runtime.PanicNilError");
}

/** Panics with a runtime error. @param {string} text without the prefix @returns {never} */
export function runtimeError(text) {
  throw newPanic(runtimeErrorOf("runtime error: " + text, "runtime.errorString"));
}

const RANGE_ERRORS = [
  "continued iteration after function for loop body returned false",
  "continued iteration after whole loop exit",
  "continued iteration after loop body panic",
  "recovered a loop body panic and did not resume panicking",
];

/** Panics because a range over a function is in a state in which it must not be. @param {number} state 1: the body has
 * been left, 2: the loop is over, 3: the body runs or has panicked, 4: it has panicked, and the iterator returned
 * @returns {never} */
export function rangePanic(state) {
  return runtimeError("range function " + RANGE_ERRORS[state - 1]);
}

/** Panics with a runtime error about bounds. @param {string} text without the prefix @returns {never} */
export function boundsError(text) {
  throw newPanic(runtimeErrorOf("runtime error: " + text, "runtime.boundsError"));
}

/** Panics with an error that has no prefix: misuse of channels and nil maps. @param {string} text @returns {never} */
export function plainError(text) {
  throw newPanic(runtimeErrorOf(text, "runtime.plainError"));
}

/** Panics with a string. @param {string} text bytes @returns {never} */
export function panicText(text) {
  throw newPanic(text);
}

/** @returns {never} */
export function panicDivide() {
  return runtimeError("integer divide by zero");
}

/** @returns {never} */
export function panicShift() {
  return runtimeError("negative shift amount");
}

/** @returns {never} */
export function panicNil() {
  throw nilDereference(undefined);
}

/** @param {unknown} cause @returns {GoPanic} */
function nilDereference(cause) {
  const error = runtimeErrorOf("runtime error: invalid memory address or nil pointer dereference", "runtime.errorString");
  const p = newPanic(error, cause);
  p.isSignal = true;
  return p;
}

/** Ends the program with an error that cannot be recovered. @param {string} text @returns {never} */
export function fatal(text) {
  writeText(2, `fatal error: ${text}\n${goTrace(new Error(), innermostDeferring)}`);
  return exit(2);
}

/** The panic that a caught exception stands for: JavaScript's TypeError for a use of null is Go's nil dereference.
 * Throws on what no Go code may recover: stack overflow and errors of this compiler.
 * @param {any} thrown @returns {GoPanic} */
export function asPanic(thrown) {
  if (thrown instanceof GoPanic) return thrown;
  if (isNilUse(thrown)) return nilDereference(thrown);
  throw thrown;
}

/** A deferred call. */
class Deferred {
  /** @param {() => unknown} fn @param {boolean} recovers @param {Deferred | null} next the one deferred before */
  constructor(fn, recovers, next) {
    this.fn = fn;
    this.recovers = recovers;
    this.next = next;
  }
}

/** The frame that offers its panic to the deferred function that it is just calling. @type {Frame | null} */
let offering = null;

/** The frames whose deferred calls are in progress, innermost first. @type {Frame | null} */
let innermostDeferring = null;

/** Of frames whose deferred calls are in progress: what changes when these end. @param {Frame | null} frame @returns {any} */
function asTheyAre(frame) {
  return frame && { before: frame.before, outer: asTheyAre(frame.outer) };
}

/** @returns {Frame | null} */
export function deferringFrames() {
  return innermostDeferring;
}

/** The frame of a function that defers: its deferred calls, newest first, and the panic that it is to go on with. */
export class Frame {
  constructor() {
    /** @type {Deferred | null} */
    this.deferred = null;
    /** The panic in progress. @type {GoPanic | null} */
    this.pending = null;
    /** The panic in progress when the deferred call that runs now began. @type {GoPanic | null} */
    this.before = null;
    /** It has deferred a call that may recover. */
    this.recovers = false;
    /** The frame whose deferred call led here. @type {Frame | null} */
    this.outer = null;
  }

  /** @param {() => unknown} fn the call, its operands evaluated @param {boolean} recovers fn's callee calls recover */
  defer(fn, recovers) {
    if (recovers && !this.recovers) {
      this.recovers = true;
      recovering++;
    }
    this.deferred = new Deferred(fn, recovers, this.deferred);
  }

  /** Takes an exception of the body or of a deferred call. @param {unknown} thrown */
  caught(thrown) {
    let p;
    try {
      p = asPanic(thrown);
    } catch (e) {
      this.deferred = null;
      throw e;
    }
    if (this.before !== null) linkPanic(p, this.before);
    this.pending = p;
  }

  /** Makes the deferred calls. True when one has parked: to be called again when it has ended. */
  run() {
    while (this.deferred !== null) {
      const { fn, recovers, next } = this.deferred;
      this.deferred = next;
      this.before = this.pending;
      offering = recovers ? this : null;
      this.outer = innermostDeferring;
      innermostDeferring = this;
      try {
        // A call that parks gives a symbol: `parked`, named here only by its type to keep the scheduler out.
        if (typeof fn() === "symbol") return true;
      } catch (e) {
        this.caught(e);
      } finally {
        innermostDeferring = this.outer;
      }
    }
    if (this.recovers) {
      this.recovers = false;
      recovering--;
    }
    if (this.pending === null) return false;
    // Nobody seems to recover it: better a late trace than none.
    if (recovering === 0) this.pending.takeTrace();
    throw this.pending;
  }

  /** `defer recover()` in the function that this frame calls, whose own frame is `frame`: recover is not called by that
   * function where a panic in it makes the call. @param {Frame} frame @returns {any} */
  recoverIn(frame) {
    return frame.before === null ? this.recover() : null;
  }

  /** The predeclared recover, called by the deferred function that this frame calls. @returns {any} */
  recover() {
    const p = this.pending;
    if (p === null || p.isGoexit) return null;
    p.isRecovered = true;
    recovered++;
    this.pending = goexitBelow(p);
    return p.value;
  }
}

/** A function has deferred a call that may recover; it has no frame. */
export function mayRecover() {
  recovering++;
}

/** Such a function has come to its end: what it has deferred, and calls now, finds no panic. */
export function noPanic() {
  recovering--;
  offering = null;
}

/** Ends a function without a frame that has deferred a call, after a panic: throws what goes on after that call.
 * @param {unknown} thrown @param {() => unknown} fn the call, which does not park @param {boolean} recovers it may recover */
export function unwind(thrown, fn, recovers) {
  const frame = new Frame();
  frame.recovers = recovers;
  frame.deferred = new Deferred(fn, recovers, null);
  frame.caught(thrown);
  frame.run();
}

/** Notes that p began while another panic was in progress. @param {GoPanic} p @param {GoPanic} before */
function linkPanic(p, before) {
  if (p === before) return;
  if (p.link === null && before.isRecovered && before.value === p.value) before.isRepanicked = true;
  let last = p;
  while (last.link !== null) {
    last = last.link;
    if (last === before) return;
  }
  last.link = before;
}

/** The Goexit that a panic had interrupted, which goes on once the panic is recovered. @param {GoPanic} p @returns {GoPanic | null} */
function goexitBelow(p) {
  let below = p.link;
  while (below !== null && !below.isGoexit) below = below.link;
  return below;
}

/** What recover sees in a function that no frame has called deferred. */
const noRecovery = new Frame();

/** For a function that calls recover, on entry: the frame whose panic it may recover. @returns {Frame} */
export function takeRecovery() {
  const frame = offering;
  offering = null;
  return frame ?? noRecovery;
}

/** runtime.Goexit: unwinds the goroutine, running deferred calls. @returns {never} */
export function goexit() {
  const p = new GoPanic(null);
  p.isGoexit = true;
  throw p;
}
