import { GoPanic, RuntimeError } from "./panic.js";

/** A value in an interface that is neither raw nor a pointer to a struct. Each type has its own subclass, with `$type`
 * and the type's methods. */
export class Value {
  /** @param {any} $value */
  constructor($value) {
    this.$value = $value;
  }

  /** @returns {any} the descriptor of the dynamic type */
  get $type() {
    return undefined;
  }
}

/** The nil pointers in interfaces, by the class of the struct that they point to. @type {WeakMap<Function, any>} */
const nilBoxes = new WeakMap();

/** The nil pointer to a struct, in an interface: has the type's methods, which get null as their receiver.
 * @param {any} structClass @returns {any} */
export function nilBox(structClass) {
  let nil = nilBoxes.get(structClass);
  if (nil === undefined) {
    nil = Object.create(structClass.prototype, { $isNil: { value: true }, $value: { value: null } });
    for (const key of Object.getOwnPropertyNames(structClass.prototype)) {
      const { value } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(structClass.prototype, key));
      if (typeof value === "function" && key !== "constructor") {
        Object.defineProperty(nil, key, { value: (/** @type {any[]} */ ...args) => value.apply(null, args) });
      }
    }
    nilBoxes.set(structClass, nil);
  }
  return nil;
}

/** The pointer to a struct that an interface holds. @param {any} x @returns {any} */
export function unwrapPointer(x) {
  return x.$isNil ? null : x;
}

/** The value that an interface holds. @param {any} x @returns {any} */
export function unwrap(x) {
  if (x instanceof Value) return x.$value;
  return x !== null && typeof x === "object" && x.$isNil ? null : x;
}

/** Whether the dynamic type has all of these methods. False for nil. @param {any} x @param {string[]} keys @returns {boolean} */
export function hasMethods(x, keys) {
  if (x === null) return false;
  if (typeof x !== "object") return keys.length === 0;
  return firstMissing(Object.getPrototypeOf(x), keys) === undefined;
}

/** The first of the methods that a prototype lacks. Fields are no methods: those are the object's own.
 * @param {any} prototype @param {string[]} keys @returns {string | undefined} */
export function firstMissing(prototype, keys) {
  for (let i = 0; i < keys.length; i++) {
    if (typeof prototype[keys[i]] !== "function") return keys[i];
  }
  return undefined;
}

/** The text of a dynamic type. @param {any} x not null @returns {string} */
function dynamicText(x) {
  switch (typeof x) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
    case "bigint":
      return "int";
    default:
      return x instanceof RuntimeError ? x.typeText : x.$type.text;
  }
}

/** Panics for x.(T) where T is not an interface. @param {any} x @param {string} target @param {string} from text of
 * x's static type @returns {never} */
export function assertFailed(x, target, from) {
  const is = x === null ? "nil" : dynamicText(x);
  const note = is === target ? ` (types from different ${isOfPackage(x.$type) ? "packages" : "scopes"})` : "";
  return assertionError(`${from} is ${is}, not ${target}${note}`);
}

/** Whether a type without a name belongs to a package because it has fields that others cannot name. @param {any} type
 * @returns {boolean} */
function isOfPackage(type) {
  return type?.name === "" && type.fields.some((/** @type {any} */ field) => !field.exported);
}

/** @param {string} text @returns {never} */
function assertionError(text) {
  throw new GoPanic(new RuntimeError("interface conversion: " + text, "*runtime.TypeAssertionError"));
}

/** Go: x.(I) for an interface I: x itself. @param {any} x @param {string[]} keys of I's methods @param {string} target
 * @param {string[]} [names] of I's methods, where the keys do not tell them @returns {any} */
export function assertInterface(x, keys, target, names = keys) {
  if (x === null) assertionError(`interface is nil, not ${target}`);
  const missing = typeof x === "object" ? firstMissing(Object.getPrototypeOf(x), keys) : keys[0];
  if (missing !== undefined) assertionError(`${dynamicText(x)} is not ${target}: missing method ${names[keys.indexOf(missing)].split("$")[0]}`);
  return x;
}
