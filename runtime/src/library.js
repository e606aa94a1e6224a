import { stringType, float64Type } from "./basic-type.js";
import { receive2 } from "./chan.js";
import { goPromise } from "./goroutine.js";
import { Value } from "./interface.js";
import { sliceOf } from "./slice.js";
import { fromHost, toHost } from "./string.js";
import { box } from "./type.js";

// How values cross the border between a library and those who import it.

/** A Go error as JavaScript sees it. */
export class GoError extends Error {
  /** @param {any} error the error value */
  constructor(error) {
    super(toHost(error.Error()));
    this.name = "GoError";
    Object.defineProperty(this, "$go", { value: error });
  }
}

/** The same object for the same error, so that errors can be compared. @param {any} error @returns {GoError | null} */
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

/** @param {any} thrown @returns {any} */
export function errorFromHost(thrown) {
  if (thrown === null || thrown === undefined) return null;
  return thrown instanceof GoError ? /** @type {any} */ (thrown).$go : new HostError(thrown);
}

/** @param {number | bigint} x @returns {number} */
export function intToHost(x) {
  if (typeof x === "bigint") throw new RangeError(`${x} is not a safe integer`);
  return x;
}

/** @param {any} x @param {number} low @param {number} high @returns {number} */
export function intFromHost(x, low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER) {
  const n = Number(x);
  if (!Number.isInteger(n)) throw new TypeError(`${x} is not an integer`);
  if (n < low || n > high) throw new RangeError(`${x} is not in the range ${low} to ${high}`);
  return n + 0;
}

/** @param {any} s a slice of bytes @returns {Uint8Array} */
export function bytesToHost(s) {
  return Uint8Array.from(s.array.slice(s.offset, s.offset + s.length));
}

/** @template T @param {any} s a slice @param {(v: any) => T} convert @returns {T[]} */
export function sliceToHost(s, convert) {
  const array = [];
  for (let i = 0; i < s.length; i++) array.push(convert(s.array[s.offset + i]));
  return array;
}

/** @param {Iterable<any> | null | undefined} list @param {any} kind of the elements @param {(v: any) => any} convert @returns {any} */
export function sliceFromHost(list, kind, convert) {
  const values = Array.from(list ?? [], convert);
  return sliceOf(kind.typed ? kind.typedArray.from(values) : values);
}

/** The entries of a Map or of an object. @param {any} map @returns {Iterable<[any, any]>} */
export function entriesOf(map) {
  return map instanceof Map ? map : Object.entries(map ?? {});
}

/** @param {any} x @returns {any} */
export function anyToHost(x) {
  if (typeof x === "string") return toHost(x);
  if (x instanceof Value) return anyToHost(x.$value);
  return x !== null && typeof x === "object" && x.$isNil ? null : x?.$host ?? x;
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
