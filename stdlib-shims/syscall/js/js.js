import { fromHost, toHost, sliceOf, goNow, hostStarted, hostDone, GoPanic, typeOf as dynamicType } from "goes:runtime";

/** Stands for null, since Go's nil stands for undefined. */
const NULL = /* @__PURE__ */ Symbol("null");

/** A JavaScript value as Go holds it. */
function wrap(value) {
  return value === undefined ? null : value === null ? NULL : value;
}

function unwrap(ref) {
  return ref === null ? undefined : ref === NULL ? null : ref;
}

function list(slice) {
  return Array.from(slice.array.slice(slice.offset, slice.offset + slice.length), unwrap);
}

export function jsNull() {
  return NULL;
}

export function jsGlobal() {
  return globalThis;
}

const COMPLEX64 = 15;

export function ofPrimitive(x) {
  const type = dynamicType(x);
  if (type.kind >= COMPLEX64 || type.pkg) return [null, false];
  const value = typeof x === "object" ? x.$value : x;
  return [typeof value === "boolean" ? value : Number(value), true];
}

export function ofString(x) {
  return toHost(x);
}

export function newArray(n) {
  return new Array(n);
}

export function newObject() {
  return {};
}

export function strictlyEqual(v, w) {
  return unwrap(v) === unwrap(w);
}

export function isNaNumber(v) {
  return v !== v;
}

const types = ["undefined", "null", "boolean", "number", "string", "symbol", "object", "function"];

export function typeNumber(ref) {
  const value = unwrap(ref);
  if (value === null) return 1;
  return typeof value === "bigint" ? 6 : types.indexOf(typeof value);
}

export function truthy(ref) {
  return Boolean(unwrap(ref));
}

export function getProperty(ref, name) {
  return wrap(unwrap(ref)[toHost(name)]);
}

export function setProperty(ref, name, value) {
  unwrap(ref)[toHost(name)] = unwrap(value);
}

export function removeProperty(ref, name) {
  delete unwrap(ref)[toHost(name)];
}

export function getIndex(ref, i) {
  return wrap(unwrap(ref)[i]);
}

export function setIndex(ref, i, value) {
  unwrap(ref)[i] = unwrap(value);
}

export function lengthOf(ref) {
  return Math.trunc(Number(unwrap(ref).length)) || 0;
}

/** The result and false, or what was thrown and true. Go's own panics go on their way. */
function attempt(f) {
  try {
    return [wrap(f()), false];
  } catch (e) {
    if (e instanceof GoPanic) throw e;
    return [wrap(e), true];
  }
}

export function callMethod(ref, name, args) {
  const values = list(args);
  return attempt(() => unwrap(ref)[toHost(name)](...values));
}

export function invoke(ref, args) {
  const values = list(args);
  return attempt(() => Reflect.apply(ref, undefined, values));
}

export function construct(ref, args) {
  const values = list(args);
  return attempt(() => Reflect.construct(ref, values));
}

export function toNumber(ref) {
  return ref;
}

export function toText(ref) {
  return fromHost(String(unwrap(ref)));
}

export function instanceOf(ref, type) {
  return unwrap(ref) instanceof unwrap(type);
}

function isBytes(value) {
  return value instanceof Uint8Array || value instanceof Uint8ClampedArray;
}

export function bytesToGo(slice, source) {
  if (!isBytes(source)) return [0, false];
  const n = Math.min(slice.length, source.length);
  slice.array.set(source.subarray(0, n), slice.offset);
  return [n, true];
}

export function bytesToJS(target, slice) {
  if (!isBytes(target)) return [0, false];
  const n = Math.min(slice.length, target.length);
  target.set(slice.array.subarray(slice.offset, slice.offset + n));
  return [n, true];
}

/** The functions that may still be called. */
const live = /* @__PURE__ */ new Set();

export function makeFunc(fn) {
  const made = function (...args) {
    const answer = goNow(fn, wrap(this), sliceOf(args.map(wrap)));
    return answer === undefined ? undefined : unwrap(answer);
  };
  live.add(made);
  hostStarted();
  return made;
}

export function release(ref) {
  if (live.delete(ref)) hostDone();
}
