import { stringType, float64Type } from "./basic-type.js";
import { Chan, close, receive2 } from "./chan.js";
import { NULL } from "./elements.js";
import { equal } from "./equal.js";
import { goNow, goPromise, hostDone, hostStarted, parked, parking } from "./goroutine.js";
import { toInt64 } from "./int.js";
import { Value } from "./interface.js";
import { Slice, sliceOf } from "./slice.js";
import { fromHost, toHost } from "./string.js";
import { box } from "./type.js";

// How values cross the border between a library and those who import it. What comes in is checked: `what` names the
// parameter or field for the message.

/** @param {any} x @returns {string} */
function describe(x) {
  if (x === null || x === undefined) return String(x);
  if (typeof x === "object") return `an object of ${x.constructor?.name ?? "no class"}`;
  return `the ${typeof x} ${typeof x === "string" ? JSON.stringify(x) : String(x)}`;
}

/** @param {string} wanted @param {any} x @param {string} [what] @returns {never} */
function mismatch(wanted, x, what) {
  throw new TypeError(`${what === undefined ? "" : `${what}: `}${wanted} is expected, not ${describe(x)}`);
}

/** @param {any} x @param {any} low @param {any} high @param {string} [what] @returns {never} */
function outside(x, low, high, what) {
  throw new RangeError(`${what === undefined ? "" : `${what}: `}${x} is not in the range ${low} to ${high}`);
}

// ---- errors ----

/** A Go error as JavaScript sees it. */
export class GoError extends Error {
  /** @param {any} error the error value */
  constructor(error) {
    const wrapped = wrappedBy(error);
    super(toHost(error.Error()), wrapped === null || wrapped instanceof Slice ? undefined : { cause: errorToHost(wrapped) });
    this.name = "GoError";
    Object.defineProperty(this, "$go", { value: error });
  }

  /** Whether the error is another one or wraps it, as errors.Is has it. @param {any} target @returns {boolean} */
  is(target) {
    return isOrWraps(/** @type {any} */ (this).$go, errorFromHost(target));
  }
}

/** What Unwrap gives: an error, a slice of errors, or null. @param {any} error @returns {any} */
function wrappedBy(error) {
  return error.Unwrap?.() ?? error.Unwrap$1?.() ?? null;
}

/** @param {any} error @param {any} target @returns {boolean} */
function isOrWraps(error, target) {
  if (error === null || error === undefined) return false;
  if (equal(error, target) || error.Is?.(target)) return true;
  const wrapped = wrappedBy(error);
  if (!(wrapped instanceof Slice)) return isOrWraps(wrapped, target);
  return Array.from({ length: wrapped.length }, (_, i) => wrapped.array[wrapped.offset + i]).some((e) => isOrWraps(e, target));
}

/** The same object for the same error, so that errors can be compared. @param {any} error @returns {any} */
export function errorToHost(error) {
  if (error === null) return null;
  if (error instanceof HostError) return error.thrown;
  return error.$host ??= new GoError(error);
}

/** What JavaScript threw or passed as an error. */
class HostError {
  /** @param {any} thrown */
  constructor(thrown) {
    this.thrown = thrown;
  }

  get $type() {
    return stringType;
  }

  /** @returns {string} */
  Error() {
    return fromHost(String(this.thrown?.message ?? this.thrown));
  }
}

/** The Go errors of what JavaScript threw. @type {WeakMap<object, HostError>} */
const hostErrors = /*@__PURE__*/ new WeakMap();

/** @param {any} thrown @returns {any} */
export function errorFromHost(thrown) {
  if (thrown === null || thrown === undefined) return null;
  if (thrown instanceof GoError) return /** @type {any} */ (thrown).$go;
  if (typeof thrown !== "object") return new HostError(thrown);
  let error = hostErrors.get(thrown);
  if (error === undefined) hostErrors.set(thrown, error = new HostError(thrown));
  return error;
}

/** Calls a JavaScript function from which Go expects an error as the last result.
 * @param {() => any} attempt @param {(v: any) => any} done @param {(error: any) => any} failed @returns {any} */
export function caught(attempt, done, failed) {
  let value;
  try {
    value = attempt();
  } catch (e) {
    return failed(errorFromHost(e));
  }
  return done(value);
}

// ---- basic types ----

/** @param {any} x @param {string} [what] @returns {boolean} */
export function boolFromHost(x, what) {
  return typeof x === "boolean" ? x : mismatch("a boolean", x, what);
}

/** @param {any} x @param {string} [what] @returns {string} */
export function stringFromHost(x, what) {
  return typeof x === "string" ? fromHost(x) : mismatch("a string", x, what);
}

/** @param {any} x @param {string} [what] @returns {number} */
export function floatFromHost(x, what) {
  return typeof x === "number" ? x : mismatch("a number", x, what);
}

/** @param {number | bigint} x @returns {number} */
export function intToHost(x) {
  if (typeof x === "bigint") throw new RangeError(`${x} is not a safe integer`);
  return x;
}

/** @param {any} x @param {number} low @param {number} high @param {string} [what] @returns {number} */
export function intFromHost(x, low, high, what) {
  const n = typeof x === "bigint" ? Number(x) : x;
  if (typeof n !== "number" || !Number.isInteger(n)) mismatch("an integer", x, what);
  if (n < low || n > high) outside(x, low, high, what);
  return n + 0;
}

/** A bigint, or a number that is a safe integer. @param {any} x @param {bigint} low @param {bigint} high @param {string} [what] @returns {bigint} */
function bigFromHost(x, low, high, what) {
  if (typeof x !== "bigint" && !Number.isSafeInteger(x)) mismatch("a bigint", x, what);
  const wide = BigInt(x);
  return wide < low || wide > high ? outside(x, low, high, what) : wide;
}

/** @param {any} x @param {string} [what] @returns {number | bigint} */
export function int64FromHost(x, what) {
  return toInt64(bigFromHost(x, -(2n ** 63n), 2n ** 63n - 1n, what));
}

/** @param {any} x @param {string} [what] @returns {bigint} */
export function uint64FromHost(x, what) {
  return bigFromHost(x, 0n, 2n ** 64n - 1n, what);
}

// ---- slices and maps ----

/** A copy. @param {any} s a slice of bytes @returns {Uint8Array} */
export function bytesToHost(s) {
  return Uint8Array.from(s.array.slice(s.offset, s.offset + s.length));
}

/** A copy. @param {any} x @param {string} [what] @returns {any} a slice */
export function bytesFromView(x, what) {
  if (x === null || x === undefined) return sliceOf(new Uint8Array(0));
  if (x instanceof ArrayBuffer) return sliceOf(new Uint8Array(x.slice(0)));
  if (ArrayBuffer.isView(x)) return sliceOf(Uint8Array.from(new Uint8Array(x.buffer, x.byteOffset, x.byteLength)));
  return Array.isArray(x) ? sliceOf(Uint8Array.from(x, (byte) => intFromHost(byte, 0, 255, what))) : mismatch("a Uint8Array", x, what);
}

/** @template T @param {any} s a slice @param {(v: any) => T} convert @returns {T[]} */
export function sliceToHost(s, convert) {
  const array = [];
  for (let i = 0; i < s.length; i++) array.push(convert(s.array[s.offset + i]));
  return array;
}

/** @param {any} list @param {any} kind of the elements @param {(v: any) => any} convert @param {string} [what] @returns {any} */
export function sliceFromHost(list, kind, convert, what) {
  if (typeof (list ?? [])[Symbol.iterator] !== "function" || typeof list === "string") mismatch("an array", list, what);
  const values = Array.from(list ?? [], convert);
  return sliceOf(kind.typed ? kind.typedArray.from(values) : values);
}

/** The elements of a Go array. @param {any} list @param {number} length @param {string} [what] @returns {any[]} */
export function arrayFromHost(list, length, what) {
  if (typeof list?.[Symbol.iterator] !== "function" || typeof list === "string") mismatch("an array", list, what);
  const values = Array.from(list);
  return values.length === length ? values : mismatch(`an array of ${length} elements`, list, what);
}

/** The entries of a Map or of an object. @param {any} map @param {string} [what] @returns {Iterable<[any, any]>} */
export function entriesOf(map, what) {
  if (typeof (map ?? {}) !== "object" || Array.isArray(map)) mismatch("a Map or an object", map, what);
  return map instanceof Map ? map : Object.entries(map ?? {});
}

/** The object that gives the fields of a struct. @param {any} x @param {string} [what] @returns {any} */
export function objectFromHost(x, what) {
  return typeof x === "object" && x !== null ? x : mismatch("an object", x, what);
}

// ---- time ----

/** @param {number | bigint} seconds since the year 1 @param {number | bigint} nanoseconds @returns {Date} */
export function dateOf(seconds, nanoseconds) {
  return new Date((Number(seconds) - 62135596800) * 1000 + Math.floor(Number(nanoseconds) / 1e6));
}

/** @param {any} x @param {string} [what] @returns {[number, number]} seconds since the year 1, nanoseconds */
export function timeFromHost(x, what) {
  if (!(x instanceof Date) || Number.isNaN(x.getTime())) mismatch("a Date", x, what);
  const seconds = Math.floor(x.getTime() / 1000);
  return [seconds + 62135596800, (x.getTime() - seconds * 1000) * 1e6];
}

/** @param {number | bigint} d @returns {number} milliseconds */
export function durationToHost(d) {
  return Number(d) / 1e6;
}

/** @param {any} x milliseconds @param {string} [what] @returns {number | bigint} */
export function durationFromHost(x, what) {
  const n = floatFromHost(x, what);
  if (!(Math.abs(n) <= 9223372036854)) outside(x, -9223372036854, 9223372036854, what);
  return toInt64(BigInt(Math.round(n * 1e6)));
}

// ---- contexts ----

/** A context.Context that an AbortSignal ends. */
class SignalContext {
  /** @param {AbortSignal | undefined} signal @param {any} never the time of no deadline @param {any} canceled the error */
  constructor(signal, never, canceled) {
    this.signal = signal;
    this.never = never;
    this.canceled = canceled;
    /** @type {Chan | null} */
    this.done = null;
  }

  get $type() {
    return stringType;
  }

  Deadline() {
    return [this.never, false];
  }

  Done() {
    const { signal } = this;
    if (signal === undefined || this.done !== null) return this.done;
    const done = this.done = new Chan(NULL, 0);
    if (signal.aborted) {
      close(done);
      return done;
    }
    hostStarted();
    signal.addEventListener("abort", () => {
      close(done);
      hostDone();
    }, { once: true });
    return done;
  }

  Err() {
    return this.signal?.aborted ? this.canceled : null;
  }

  Value() {
    return null;
  }
}

/** @param {any} options the last argument @param {any} never @param {any} canceled @returns {SignalContext} */
export function contextFromHost(options, never, canceled) {
  const signal = options?.signal;
  if (signal !== undefined && typeof signal?.addEventListener !== "function") mismatch("an AbortSignal", signal, "signal");
  return new SignalContext(signal, never, canceled ?? errorFromHost(new Error("context canceled")));
}

// ---- functions ----

/** What a function is on the other side, by the type for which it crossed. @type {WeakMap<Function, Map<string, Function>>} */
const crossed = /*@__PURE__*/ new WeakMap();

/** The function that stands for one of the other side: the same for the same, and going back what it was.
 * @param {any} f @param {string} type @param {(f: any) => any} make @param {string} [what] @returns {any} */
export function acrossFunc(f, type, make, what) {
  if (f === null || f === undefined) return null;
  if (typeof f !== "function") mismatch("a function", f, what);
  const known = crossed.get(f)?.get(type);
  if (known !== undefined) return known;
  const other = make(f);
  for (const [from, to] of [[f, other], [other, f]]) {
    const types = crossed.get(from) ?? new Map();
    crossed.set(from, types.set(type, to));
  }
  return other;
}

/** Calls a Go function value: gives a promise if it waits for something.
 * @param {(...args: any[]) => any} fn in dynamic form @param {any[]} args @param {(v: any) => any} unpack @returns {any} */
export function callFromHost(fn, args, unpack) {
  /** @type {{ value?: any, thrown?: any } | null} */
  let outcome = null;
  /** @type {((v?: any) => void) | null} */
  let wake = null;
  goNow(parking(function* () {
    try {
      let value = fn(...args);
      if (value === parked) value = yield;
      outcome = { value };
    } catch (e) {
      outcome = { thrown: e };
    }
    wake?.();
  }));
  const settled = () => {
    const { value, thrown } = /** @type {any} */ (outcome);
    if (thrown !== undefined) throw thrown;
    return unpack(value);
  };
  return outcome !== null ? settled() : new Promise((resolve) => wake = resolve).then(settled);
}

// ---- interfaces and channels ----

/** @param {any} x @returns {any} */
export function anyToHost(x) {
  if (typeof x === "string") return toHost(x);
  if (x instanceof Value) return anyToHost(x.$value);
  if (x === null || typeof x !== "object") return x;
  if (x instanceof Slice) return x.array instanceof Uint8Array ? bytesToHost(x) : sliceToHost(x, anyToHost);
  if (x instanceof Map) return new Map(Array.from(x, ([k, v]) => [anyToHost(k), anyToHost(v)]));
  return x.$isNil ? null : x.$host ?? x;
}

/** @param {any} x @returns {any} */
export function anyFromHost(x) {
  if (x === undefined) return null;
  if (typeof x === "string") return fromHost(x);
  if (typeof x === "number" && !Number.isSafeInteger(x)) return box(float64Type, x);
  return x?.$go ?? x;
}

/** The values that arrive on a channel. @param {any} ch @param {(v: any) => any} convert @returns {AsyncGenerator<any>} */
export async function* chanToHost(ch, convert) {
  for (;;) {
    const [value, ok] = await goPromise(receive2, ch);
    if (!ok) return;
    yield convert(value);
  }
}
