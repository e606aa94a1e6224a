import { boolType, intType, stringType } from "./basic-type.js";
import { ArrayType, ChanType, FuncType, InterfaceType, MapType, SliceType, StructType } from "./composite-type.js";
import { RuntimeError } from "./panic.js";
import { composite, NamedType } from "./type.js";

/**
 * @typedef {import("./type.js").Type} Type
 * @typedef {import("./composite-type.js").Field} Field
 */

/** error */
export const errorType = new NamedType({
  text: "error", name: "error", pkg: "",
  underlying: () => new InterfaceType("interface { Error() string }", () => [["Error", funcTypeOf([], [stringType], false)]]),
});

/** The descriptor of an interface value's dynamic type; null for nil. @param {any} x @returns {any} */
export function typeOf(x) {
  switch (typeof x) {
    case "string":
      return stringType;
    case "number":
    case "bigint":
      return intType;
    case "boolean":
      return boolType;
    default:
      if (x === null) return null;
      return x.$type ?? runtimeErrorType(x.typeText);
  }
}

/** The descriptors of the runtime's own error types, by their text. @type {Map<string, Type>} */
const runtimeErrorTypes = new Map();

/** @param {string} text @returns {Type} */
function runtimeErrorType(text) {
  let type = runtimeErrorTypes.get(text);
  if (type === undefined) {
    const [, pkg, name] = /** @type {string[]} */ (/^\*?(\w+)\.(.*)/.exec(text));
    const struct = new NamedType({
      text: pkg + "." + name, name, pkg: pkg === "maps" ? "internal/runtime/maps" : pkg, box: () => RuntimeError,
      underlying: () => new StructType("struct { text string }", () => [["text", stringType, 2, "", pkg]], () => RuntimeError),
    });
    type = text.startsWith("*") ? struct.pointerTo : struct;
    runtimeErrorTypes.set(text, type);
  }
  return type;
}

/** Whether a type implements an interface type. @param {Type} type @param {Type} target @returns {boolean} */
export function implementsType(type, target) {
  const wanted = target.methods;
  if (wanted.length === 0) return true;
  if (type.kind === 20) {
    const has = new Set(type.methods.map((m) => m.key));
    return wanted.every((m) => has.has(m.key));
  }
  const { prototype } = type;
  return prototype !== null && wanted.every((m) => typeof prototype[m.key] === "function");
}

/** @param {Type} elem @returns {Type} */
export function sliceTypeOf(elem) {
  return composite((t) => t instanceof SliceType && t.elem === elem) ?? new SliceType(() => elem);
}

/** @param {number} n @param {Type} elem @returns {Type} */
export function arrayTypeOf(n, elem) {
  return composite((t) => t instanceof ArrayType && t.count === n && t.elem === elem) ?? new ArrayType(n, () => elem);
}

/** @param {Type} elem @returns {Type} */
export function pointerTypeOf(elem) {
  return elem.pointerTo;
}

/** @param {Type} key @param {Type} elem @returns {Type} */
export function mapTypeOf(key, elem) {
  return composite((t) => t instanceof MapType && t.key === key && t.elem === elem) ?? new MapType(() => key, () => elem);
}

/** @param {number} dir @param {Type} elem @returns {Type} */
export function chanTypeOf(dir, elem) {
  return composite((t) => t instanceof ChanType && t.direction === dir && t.elem === elem) ?? new ChanType(dir, () => elem);
}

/** @param {Type[]} params @param {Type[]} results @param {boolean} variadic @returns {Type} */
export function funcTypeOf(params, results, variadic) {
  const same = (/** @type {Type[]} */ a, /** @type {Type[]} */ b) => a.length === b.length && a.every((t, i) => t === b[i]);
  return composite((t) => t instanceof FuncType && t.isVariadic === variadic && same(t.params, params) && same(t.results, results)) ??
    new FuncType(() => params, () => results, variadic);
}

/** @param {{ name: string, jsName?: string, type: Type, embedded?: boolean, exported?: boolean, tag?: string, pkg?: string }[]} list
 * @param {string} text as Go prints the type @returns {Type} */
export function structTypeOf(list, text) {
  const same = (/** @type {Field} */ f, /** @type {number} */ i) => f.name === list[i].name && f.type === list[i].type && f.tag === (list[i].tag ?? "") &&
    f.embedded === (list[i].embedded ?? false) && f.pkg === (list[i].pkg ?? "");
  return composite((t) => t instanceof StructType && t.home === "" && t.fields.length === list.length && t.fields.every(same)) ??
    new StructType(text, () => list.map((f) => [f.name, f.type, (f.embedded ? 1 : 0) | (f.exported ?? true ? 0 : 2), f.tag, f.pkg, f.jsName]));
}
