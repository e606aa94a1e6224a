import { float64Type, int64Type, stringType, uint8Type, uint64Type, emptyInterfaceType } from "./basic-type.js";
import { mapTypeOf, sliceTypeOf } from "./composite-type.js";
import { goNow, goPromise, parked, parking } from "./goroutine.js";
import { Value } from "./interface.js";
import { errorFromHost, errorToHost, GoError } from "./library.js";
import { asPanic, GoPanic } from "./panic.js";
import { isNilUse } from "./run.js";
import { nilSlice, sliceOf } from "./slice.js";
import { fromHost, toHost } from "./string.js";
import { box } from "./type-of.js";

// What a library's exports are made of: for each Go type a border with toHost and fromHost. Borders of parts are
// given as thunks, so that cycles and order do not matter.

/** @typedef {{ toHost(v: any): any, fromHost(x: any): any }} Border */
/** A function's parameters, results without a last error, and flags. @typedef {[() => Border[], () => Border[], number]} Parts */

/** The last parameter takes any number of arguments. */
const VARIADIC = 1;
/** The last result is an error, which is thrown. */
const FAILS = 2;
/** May park: gives a promise. */
const PARKS = 4;

/** @param {string} expected @param {any} x @returns {never} */
function mismatch(expected, x) {
  const shown = x === null ? "null" : Array.isArray(x) ? "an array" : typeof x;
  throw new TypeError(`${expected} expected, not ${shown}`);
}

/** @type {Border} */
export const stringBorder = {
  toHost,
  fromHost: (x) => typeof x === "string" ? fromHost(x) : mismatch("string", x),
};

/** @type {Border} */
export const boolBorder = {
  toHost: (v) => v,
  fromHost: (x) => typeof x === "boolean" ? x : mismatch("boolean", x),
};

/** @type {Border} */
export const floatBorder = {
  toHost: (v) => v,
  fromHost: (x) => typeof x === "number" ? x : mismatch("number", x),
};

/** @type {Border} */
export const float32Border = {
  toHost: (v) => v,
  fromHost: (x) => typeof x === "number" ? Math.fround(x) : mismatch("number", x),
};

/** Integers that are numbers in JavaScript. @param {number} low @param {number} high @returns {Border} */
export function intBorder(low, high) {
  return {
    toHost(v) {
      if (typeof v === "bigint") throw new RangeError(`${v} is not a safe integer`);
      return v;
    },
    fromHost(x) {
      if (typeof x !== "number") mismatch("number", x);
      if (!Number.isInteger(x)) throw new TypeError(`${x} is not an integer`);
      if (x < low || x > high) throw new RangeError(`${x} is not in the range ${low} to ${high}`);
      return x + 0;
    },
  };
}

/** Bigints of 64 bits. @param {bigint} low @param {bigint} high @param {(x: bigint) => any} canonical @returns {Border} */
function wideBorder(low, high, canonical) {
  return {
    toHost: BigInt,
    fromHost(x) {
      if (typeof x !== "bigint" && typeof x !== "number") mismatch("bigint", x);
      if (typeof x === "number" && !Number.isSafeInteger(x)) throw new TypeError(`${x} is not a safe integer`);
      const n = BigInt(x);
      if (n < low || n > high) throw new RangeError(`${x} is not in the range ${low} to ${high}`);
      return canonical(n);
    },
  };
}

/** int64 @type {Border} */
export const int64Border = /* @__PURE__ */ wideBorder(-(2n ** 63n), 2n ** 63n - 1n, (n) => {
  const x = Number(n);
  return Number.isSafeInteger(x) ? x : n;
});

/** uint64 @type {Border} */
export const uint64Border = /* @__PURE__ */ wideBorder(0n, 2n ** 64n - 1n, (n) => n);

/** []byte @type {Border} */
export const bytesBorder = {
  toHost: (s) => Uint8Array.from(s.array.slice(s.offset, s.offset + s.length)),
  fromHost(x) {
    if (x === null || x === undefined) return nilSlice;
    if (x instanceof ArrayBuffer) return sliceOf(new Uint8Array(x.slice(0)));
    if (!ArrayBuffer.isView(x)) mismatch("Uint8Array", x);
    return sliceOf(new Uint8Array(x.buffer, x.byteOffset, x.byteLength).slice());
  },
};

/** @param {any} kind of the elements @param {() => Border} elem @returns {Border} */
export function sliceBorder(kind, elem) {
  return {
    toHost(s) {
      const array = [], { toHost } = elem();
      for (let i = 0; i < s.length; i++) array.push(toHost(s.array[s.offset + i]));
      return array;
    },
    fromHost(x) {
      if (x === null || x === undefined) return nilSlice;
      if (typeof x === "string" || typeof x[Symbol.iterator] !== "function") mismatch("array", x);
      const { fromHost } = elem();
      const values = Array.from(x, (v) => fromHost(v));
      return sliceOf(kind.typed ? kind.typedArray.from(values) : values);
    },
  };
}

/** @param {() => any} make gives an array of zero values @param {() => Border} elem @returns {Border} */
export function arrayBorder(make, elem) {
  return {
    toHost(array) {
      const { toHost } = elem();
      return Array.from(array, (v) => toHost(v));
    },
    fromHost(x) {
      const array = make();
      if (x === null || x === undefined) return array;
      if (typeof x === "string" || typeof x[Symbol.iterator] !== "function") mismatch("array", x);
      const { fromHost } = elem();
      let i = 0;
      for (const v of x) {
        if (i === array.length) throw new RangeError(`more than ${array.length} elements`);
        array[i++] = fromHost(v);
      }
      return array;
    },
  };
}

/** @param {() => any} make gives an empty map @param {() => any} nil @param {() => Border} key @param {() => Border} elem @returns {Border} */
export function mapBorder(make, nil, key, elem) {
  return {
    toHost(map) {
      const result = new Map(), k = key(), e = elem();
      for (const [name, value] of map) result.set(k.toHost(name), e.toHost(value));
      return result;
    },
    fromHost(x) {
      if (x === null || x === undefined) return nil();
      if (typeof x !== "object") mismatch("Map", x);
      const result = make(), k = key(), e = elem();
      for (const [name, value] of x instanceof Map ? x : Object.entries(x)) result.set(k.fromHost(name), e.fromHost(value));
      return result;
    },
  };
}

/** A struct as a plain object of its exported fields.
 * @param {() => any} make a zero value @param {() => [string, string, Border][]} fields name, property, border @returns {Border} */
export function structBorder(make, fields) {
  return {
    toHost(v) {
      /** @type {any} */
      const result = {};
      for (const [name, property, border] of fields()) result[name] = border.toHost(v[property]);
      return result;
    },
    fromHost(x) {
      const v = make();
      if (x === null || x === undefined) return v;
      if (typeof x !== "object") mismatch("object", x);
      for (const [name, property, border] of fields()) {
        if (x[name] !== undefined) v[property] = border.fromHost(x[name]);
      }
      return v;
    },
  };
}

/** A Go struct in JavaScript's hands: a pointer to it. */
export class GoObject {
  /** @param {any} pointer */
  constructor(pointer) {
    Object.defineProperty(this, "$go", { value: pointer });
  }
}

/** The class by which JavaScript knows a struct type: accessors for the exported fields, and the methods of *T.
 * @param {string} name @param {() => any} make a zero value @param {[string, string, () => Border][]} fields name, property, border
 * @param {[string, string, Parts][]} methods name, key, signature @returns {any} */
export function exportClass(name, make, fields, methods) {
  const result = class extends GoObject {
    /** @param {any} [values] of fields */
    constructor(values = {}) {
      if (values === null || typeof values !== "object") mismatch("object", values);
      super(make());
      for (const [field] of fields) {
        if (values[field] !== undefined) /** @type {any} */ (this)[field] = values[field];
      }
    }
  };
  Object.defineProperty(result, "name", { value: name });
  for (const [field, property, border] of fields) {
    Object.defineProperty(result.prototype, field, {
      /** @this {any} */
      get() {
        return border().toHost(this.$go[property]);
      },
      /** @this {any} @param {any} x */
      set(x) {
        this.$go[property] = border().fromHost(x);
      },
      enumerable: true,
      configurable: true,
    });
  }
  for (const [method, key, parts] of methods) {
    /** @this {any} @param {...any} args */
    const value = function (...args) {
      const pointer = this.$go;
      return callGo((...converted) => pointer[key](...converted), parts, args);
    };
    Object.defineProperty(value, "name", { value: method });
    Object.defineProperty(result.prototype, method, { value, writable: true, configurable: true });
  }
  return result;
}

/** The objects that stand for structs, so that the same pointer is the same object. @type {WeakMap<object, any>} */
const objects = new WeakMap();

/** @param {any} pointer @param {any} type its class @returns {any} */
function objectOf(pointer, type) {
  let object = objects.get(pointer);
  if (object === undefined) {
    object = Object.create(type.prototype, { $go: { value: pointer } });
    objects.set(pointer, object);
  }
  return object;
}

/** @param {any} x @param {any} type @returns {any} the struct of an instance, or a new one of a plain object's values */
function structOf(x, type) {
  if (x instanceof type) return x.$go;
  if (typeof x !== "object" || x instanceof GoObject) mismatch(type.name, x);
  return new type(x).$go;
}

/** A pointer to a struct. @param {() => any} type its class @returns {Border} */
export function pointerBorder(type) {
  return {
    toHost: (p) => p === null ? null : objectOf(p, type()),
    fromHost: (x) => x === null || x === undefined ? null : structOf(x, type()),
  };
}

/** A struct value whose type has a class: JavaScript gets an instance of its own.
 * @param {() => any} type @param {() => any} make @param {(v: any) => any} clone @returns {Border} */
export function valueBorder(type, make, clone) {
  return {
    toHost: (v) => objectOf(clone(v), type()),
    fromHost: (x) => x === null || x === undefined ? make() : clone(structOf(x, type())),
  };
}

/** @type {Border} */
export const errorBorder = { toHost: errorToHost, fromHost: errorFromHost };

/** A Go error as an exported variable's value: an error that was made ahead. @param {any} v @returns {any} */
export function exportedError(v) {
  return errorToHost(v);
}

// ---- functions ----

/** What JavaScript is to catch for what left Go. @param {any} thrown @returns {any} */
function outward(thrown) {
  if (!(thrown instanceof GoPanic) && !isNilUse(thrown)) return thrown;
  const panic = asPanic(thrown), { value } = panic;
  const error = new Error(toHost(panic.message), { cause: value !== null && typeof value === "object" && typeof value.Error === "function" ? errorToHost(value) : thrown });
  error.name = "GoPanic";
  return error;
}

/** @param {Border[]} params @param {number} flags @param {any[]} args @returns {any[]} */
function convertArguments(params, flags, args) {
  const last = params.length - 1;
  return params.map(({ fromHost }, i) => fromHost((flags & VARIADIC) !== 0 && i === last ? args.slice(last) : args[i]));
}

/** The results of a Go function as JavaScript gets them; throws a last error.
 * @param {Border[]} results without the error @param {number} flags @param {any} value @returns {any} */
function convertResults(results, flags, value) {
  refresh();
  const fails = (flags & FAILS) !== 0, count = results.length + (fails ? 1 : 0);
  const values = count > 1 ? value : [value];
  if (fails && values[count - 1] !== null) throw errorToHost(values[count - 1]);
  if (results.length === 0) return undefined;
  return results.length === 1 ? results[0].toHost(values[0]) : results.map(({ toHost }, i) => toHost(values[i]));
}

/** Calls Go. @param {(...args: any[]) => any} fn in dynamic form @param {Parts} parts @param {any[]} args @returns {any} */
function callGo(fn, [params, results, flags], args) {
  if ((flags & PARKS) !== 0) return callParking(fn, params(), results(), flags, args);
  const converted = convertArguments(params(), flags, args);
  let value;
  try {
    value = fn(...converted);
  } catch (e) {
    refresh();
    throw outward(e);
  }
  return convertResults(results(), flags, value);
}

/** @param {(...args: any[]) => any} fn @param {Border[]} params @param {Border[]} results @param {number} flags @param {any[]} args */
async function callParking(fn, params, results, flags, args) {
  const converted = convertArguments(params, flags, args);
  let value;
  try {
    value = await goPromise(fn, ...converted);
  } catch (e) {
    refresh();
    throw outward(e);
  }
  return convertResults(results, flags, value);
}

/** A Go function for JavaScript. @param {string} name @param {(...args: any[]) => any} fn in dynamic form
 * @param {() => Border[]} params @param {() => Border[]} results @param {number} flags @returns {any} */
export function exportFunc(name, fn, params, results, flags) {
  /** @type {Parts} */
  const parts = [params, results, flags];
  const result = (/** @type {any[]} */ ...args) => callGo(fn, parts, args);
  Object.defineProperty(result, "name", { value: name });
  return result;
}

/** Calls a function value, of which nobody knows whether it parks: gives a promise if it does.
 * @param {(...args: any[]) => any} fn @param {Border[]} results @param {number} flags @param {any[]} args converted @returns {any} */
function callValue(fn, results, flags, args) {
  /** @type {{ value?: any, thrown?: any } | null} */
  let outcome = null;
  /** @type {(() => void) | null} */
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
  const finish = () => {
    const { value, thrown } = /** @type {{ value?: any, thrown?: any }} */ (outcome);
    if (thrown !== undefined) throw outward(thrown);
    return convertResults(results, flags, value);
  };
  if (outcome !== null) return finish();
  return new Promise((/** @type {(v?: any) => void} */ resolve) => wake = resolve).then(finish);
}

/** Calls JavaScript: gives what a Go function would. @param {() => any} fn @param {Border[]} results @param {number} flags @returns {any} */
function callHost(fn, results, flags) {
  const fails = (flags & FAILS) !== 0;
  let value;
  try {
    value = fn();
  } catch (e) {
    if (!fails) throw e;
    const zeros = results.map((border) => zeroOf(border));
    return results.length === 0 ? errorFromHost(e) : [...zeros, errorFromHost(e)];
  }
  if (typeof value?.then === "function") throw new TypeError("a function that Go calls must not give a promise");
  if (results.length === 0) return fails ? null : undefined;
  const values = results.length === 1 ? [results[0].fromHost(value)] : results.map(({ fromHost }, i) => fromHost(value[i]));
  if (fails) values.push(null);
  return values.length === 1 ? values[0] : values;
}

/** Some value of a result that comes with an error. @param {Border} border @returns {any} */
function zeroOf({ fromHost }) {
  for (const x of [undefined, 0, "", false]) {
    try {
      return fromHost(x);
    } catch {
      continue;
    }
  }
  return null;
}

/** The Go function that calls a JavaScript one. @param {(args: any[]) => any} apply @param {Parts} parts @returns {(...args: any[]) => any} */
function goFunc(apply, [params, results, flags]) {
  return (...args) => {
    const converted = params().map(({ toHost }, i) => toHost(args[i]));
    if ((flags & VARIADIC) !== 0) converted.push(...converted.pop());
    return callHost(() => apply(converted), results(), flags);
  };
}

/** Functions that have crossed: going back they are what they were. @type {WeakMap<Function, Function>} */
const crossed = new WeakMap();

/** @param {() => Border[]} params @param {() => Border[]} results @param {number} flags @returns {Border} */
export function funcBorder(params, results, flags) {
  return {
    toHost(fn) {
      if (fn === null) return null;
      let result = crossed.get(fn);
      if (result === undefined) {
        result = (/** @type {any[]} */ ...args) => callValue(fn, results(), flags, convertArguments(params(), flags, args));
        crossed.set(fn, result);
        crossed.set(result, fn);
      }
      return result;
    },
    fromHost(x) {
      if (x === null || x === undefined) return null;
      if (typeof x !== "function") mismatch("function", x);
      let result = crossed.get(x);
      if (result === undefined) {
        result = goFunc((args) => x(...args), [params, results, flags]);
        crossed.set(x, result);
        crossed.set(result, x);
      }
      return result;
    },
  };
}

// ---- interfaces ----

/** A JavaScript object in a Go interface. */
class HostObject {
  /** @param {any} host */
  constructor(host) {
    this.host = host;
  }

  get $type() {
    return stringType;
  }
}

/** An interface with methods. JavaScript gets the class of the dynamic type, or an object with the interface's methods.
 * @param {string} text @param {[string, string, Parts][]} methods name, key, signature
 * @param {() => [any, any][]} classes struct classes that have these methods, with those by which JavaScript knows them @returns {Border} */
export function interfaceBorder(text, methods, classes) {
  /** @type {any} */
  let outside = null;
  /** @type {any} */
  let inside = null;
  return {
    toHost(v) {
      if (v === null) return null;
      if (v instanceof HostObject) return v.host;
      const known = classes().find(([type]) => v instanceof type);
      outside ??= exportClass(text, () => null, [], methods);
      return objectOf(v, known ? known[1] : outside);
    },
    fromHost(x) {
      if (x === null || x === undefined) return null;
      if (typeof x !== "object") mismatch(text, x);
      if (x instanceof GoObject || x instanceof GoError) x = /** @type {any} */ (x).$go;
      if (methods.every(([, key]) => typeof x[key] === "function") && (x.$type !== undefined)) return x;
      const missing = methods.find(([name]) => typeof x[name] !== "function");
      if (missing) throw new TypeError(`${text} expected, but there is no method ${missing[0]}`);
      inside ??= hostClass(methods);
      return new inside(x);
    },
  };
}

/** @param {[string, string, Parts][]} methods @returns {any} */
function hostClass(methods) {
  const result = class extends HostObject {};
  for (const [name, key, parts] of methods) {
    /** @this {any} @param {...any} args */
    const value = function (...args) {
      return goFunc((converted) => this.host[name](...converted), parts)(...args);
    };
    Object.defineProperty(result.prototype, key, { value });
  }
  return result;
}

// reflect's numbers of kinds.
const UINT8 = 8;
const ARRAY = 17;
const MAP = 21;
const POINTER = 22;
const SLICE = 23;
const STRING = 24;
const STRUCT = 25;

/** A value of any type, by its descriptor. @param {any} type @param {any} v @returns {any} */
function describedToHost(type, v) {
  const { kind } = type;
  if (kind === STRING) return toHost(v);
  if (kind === SLICE && type.elem.kind === UINT8) return bytesBorder.toHost(v);
  const part = (/** @type {any} */ of, /** @type {any} */ x) => of.kind === 20 ? anyBorder.toHost(x) : describedToHost(of, x);
  if (kind === SLICE) return sliceBorder(null, () => ({ toHost: (x) => part(type.elem, x), fromHost: (x) => x })).toHost(v);
  if (kind === ARRAY) return Array.from(v, (x) => part(type.elem, x));
  if (kind === MAP) return new Map(Array.from(v, ([k, x]) => [part(type.key, k), part(type.elem, x)]));
  if (kind === POINTER && v !== null && typeof v === "object") return objectOf(v, GoObject);
  if (kind !== STRUCT) return v;
  /** @type {any} */
  const result = {};
  for (const field of type.fields) if (field.exported) result[field.name] = part(field.type, v[field.jsName]);
  return result;
}

/** any: what the dynamic types suggest. @type {Border} */
export const anyBorder = {
  toHost(v) {
    if (typeof v === "string") return toHost(v);
    if (v === null || typeof v !== "object") return v;
    if (v instanceof HostObject) return v.host;
    if (v.$isNil) return null;
    if (typeof v.Error === "function") return errorToHost(v);
    return v instanceof Value ? describedToHost(v.$type, v.$value) : objectOf(v, GoObject);
  },
  fromHost(x) {
    if (x === null || x === undefined) return null;
    if (typeof x === "string") return fromHost(x);
    if (typeof x === "boolean") return x;
    if (typeof x === "number") return Number.isSafeInteger(x) ? x + 0 : box(float64Type, x);
    if (typeof x === "bigint") {
      return x < 2n ** 63n ? box(int64Type, int64Border.fromHost(x)) : box(uint64Type, uint64Border.fromHost(x));
    }
    if (x instanceof GoObject || x instanceof GoError) return /** @type {any} */ (x).$go;
    if (x instanceof Error) return errorFromHost(x);
    if (x instanceof Uint8Array) return box(sliceTypeOf(uint8Type), bytesBorder.fromHost(x));
    if (Array.isArray(x)) return box(sliceTypeOf(emptyInterfaceType), sliceOf(x.map(anyBorder.fromHost)));
    if (typeof x !== "object") mismatch("value", x);
    const entries = x instanceof Map ? Array.from(x) : Object.entries(x);
    const pairs = entries.map(([k, v]) => /** @type {[any, any]} */ ([fromHost(String(k)), anyBorder.fromHost(v)]));
    return box(mapTypeOf(stringType, emptyInterfaceType), new Map(pairs));
  },
};

// ---- variables and initialisation ----

/** Exported variables that are assigned to: the last value seen, how to read it, and who is told of another.
 * @type {{ last: any, read: () => any, changed: (v: any) => void }[]} */
const watched = [];

/** Keeps what JavaScript sees of a variable up to date: Go's assignments show when a call returns.
 * @param {() => any} read @param {(v: any) => void} changed */
export function watch(read, changed) {
  const last = read();
  watched.push({ last, read, changed });
  changed(last);
}

function refresh() {
  for (const variable of watched) {
    const value = variable.read();
    if (value === variable.last) continue;
    variable.last = value;
    variable.changed(value);
  }
}

/** Initialises a library's packages, in dynamic form. What an initialiser waits for goes on in the background.
 * @param {(() => unknown)[]} inits */
export function initialise(inits) {
  callValue(parking(function* () {
    for (const init of inits) if (init() === parked) yield;
  }), [], 0, []);
}
