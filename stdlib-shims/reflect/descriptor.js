import {
  typeOf as dynamicType, implementsType, sliceTypeOf, arrayTypeOf, mapTypeOf, chanTypeOf, funcTypeOf, structTypeOf, alignment, fieldOffset, panic, withCodeOf,
} from "goes:runtime";

const INT = 2, UINT = 7, UINTPTR = 12, FLOAT32 = 13, FLOAT64 = 14, COMPLEX64 = 15, COMPLEX128 = 16, ARRAY = 17, CHAN = 18, FUNC = 19,
  INTERFACE = 20, MAP = 21,
  POINTER = 22, SLICE = 23, STRING = 24, STRUCT = 25;

export function typeOf(x) {
  return x === null ? null : dynamicType(x);
}

/** The *rtype of each descriptor: a property of the descriptor, since a Type must be the same each time. */
export function knownType(type) {
  return type.reflected ?? null;
}

export function rememberType(type, rtype) {
  type.reflected = rtype;
}

export function typeKind(type) {
  return type.kind;
}

export function typeText(type) {
  return type.text;
}

export function typeName(type) {
  return type.name;
}

export function typePkg(type) {
  return type.pkg;
}

export function typeSize(type) {
  return type.size;
}

export function typeAlign(type) {
  return alignment(type);
}

export function typeComparable(type) {
  return type.isComparable;
}

export function typeElem(type) {
  return type.elem;
}

export function typeKey(type) {
  return type.key;
}

export function typeLen(type) {
  return type.len;
}

export function typeDir(type) {
  return type.dir;
}

export function typeVariadic(type) {
  return type.variadic;
}

export function numIn(type) {
  return type.params.length;
}

export function inAt(type, i) {
  return type.params[i];
}

export function numOut(type) {
  return type.results.length;
}

export function outAt(type, i) {
  return type.results[i];
}

export function implementsInterface(type, target) {
  return implementsType(type, target);
}

/** spec: "V and T have identical underlying types and are not type parameters and at least one of V or T is not a named type." */
export function assignable(type, target) {
  if (type === target) return true;
  if (target.kind === INTERFACE) return implementsType(type, target);
  if (type.kind === CHAN && target.kind === CHAN && type.dir === 3 && type.elem === target.elem) return type.name === "" || target.name === "";
  return (type.name === "" || target.name === "") && isIdentical(type.underlying, target.underlying, true);
}

function isInteger(kind) {
  return kind >= INT && kind <= UINTPTR;
}

function isFloat(kind) {
  return kind === FLOAT32 || kind === FLOAT64;
}

function isComplex(kind) {
  return kind === COMPLEX64 || kind === COMPLEX128;
}

/** []byte or []rune: 8, 32, or 0 for another type. */
function characters(type) {
  if (type.kind !== SLICE || type.elem.pkg !== "") return 0;
  return type.elem.kind === 8 ? 8 : type.elem.kind === 5 ? 32 : 0;
}

export function convertible(type, target) {
  if (assignable(type, target)) return true;
  const from = type.kind, to = target.kind;
  if ((isInteger(from) || isFloat(from)) && (isInteger(to) || isFloat(to))) return true;
  if (isComplex(from) && isComplex(to)) return true;
  if (to === STRING && (isInteger(from) || characters(type) !== 0)) return true;
  if (from === STRING && characters(target) !== 0) return true;
  if (from === SLICE && to === ARRAY && type.elem === target.elem) return true;
  if (from === SLICE && to === POINTER && target.elem.kind === ARRAY && type.elem === target.elem.elem) return true;
  if (sameIgnoringTags(type.underlying, target.underlying)) return true;
  return from === POINTER && to === POINTER && type.name === "" && target.name === "" && sameIgnoringTags(type.elem.underlying, target.elem.underlying);
}

/** spec: "ignoring struct tags … x's type and T have identical underlying types". */
function sameIgnoringTags(a, b) {
  return isIdentical(a, b, false);
}

/** Whether two types are identical: types that reflection has made may have a descriptor of their own. */
function isIdentical(a, b, withTags) {
  if (a === b) return true;
  const same = (x, y) => isIdentical(x, y, withTags);
  if (a.kind !== b.kind || a.name !== "" || b.name !== "") return false;
  switch (a.kind) {
    case STRUCT:
      return a.fields.length === b.fields.length && a.fields.every((f, i) => {
        const g = b.fields[i];
        return f.name === g.name && f.embedded === g.embedded && (f.exported || f.pkg === g.pkg) && (!withTags || f.tag === g.tag) && same(f.type, g.type);
      });
    case POINTER:
    case SLICE:
      return same(a.elem, b.elem);
    case ARRAY:
      return a.len === b.len && same(a.elem, b.elem);
    case MAP:
      return same(a.key, b.key) && same(a.elem, b.elem);
    case CHAN:
      return a.dir === b.dir && same(a.elem, b.elem);
    case FUNC:
      return a.variadic === b.variadic && a.params.length === b.params.length && a.results.length === b.results.length
        && a.params.every((t, i) => same(t, b.params[i])) && a.results.every((t, i) => same(t, b.results[i]));
    default:
      return false;
  }
}

export function overflowInt(type, x) {
  const bits = type.size * 8;
  return bits < 64 && (x < -(2 ** (bits - 1)) || x >= 2 ** (bits - 1));
}

export function overflowUint(type, x) {
  const bits = type.size * 8;
  return bits < 64 && x >= 2 ** bits;
}

export function overflowFloat32(x) {
  return x - x === 0 && Math.abs(x) > 3.4028234663852886e38;
}

/** The methods that reflection shows. */
export function methodsOf(type) {
  if (type.kind === INTERFACE) return type.methods;
  return type.exportedMethods ??= type.methods.filter((method) => method.exported);
}

export function numMethod(type) {
  return methodsOf(type).length;
}

export function countMethods(type) {
  return type.methods.length;
}

export function methodAt(type, i) {
  const method = methodsOf(type)[i];
  return [method.name, method.exported ? "" : method.pkg, method.type];
}

export function methodIndex(type, name) {
  return methodsOf(type).findIndex((method) => method.name === name);
}

export function withReceiver(type, signature) {
  return funcTypeOf([type, ...signature.params], signature.results, signature.variadic);
}

export function methodExpression(type, i) {
  const { key } = methodsOf(type)[i];
  const call = (receiver, ...args) => type.wrap(receiver)[key](...args), method = type.prototype?.[key];
  return method === undefined ? call : withCodeOf(call, method);
}

export function boundMethod(type, value, i) {
  const { key } = methodsOf(type)[i];
  const receiver = type.wrap(type.clone(value));
  return (...args) => receiver[key](...args);
}

export function numField(type) {
  return type.fields.length;
}

export function fieldAt(type, i) {
  const field = type.fields[i];
  return [field.name, field.exported ? "" : field.pkg, field.type, field.tag, fieldOffset(type, i), field.embedded];
}

export function fieldTypeAt(type, i) {
  const field = type.fields[i];
  return [field.type, field.type.kind, field.exported, field.embedded];
}

export function pointerTo(type) {
  return type.pointerTo;
}

export function sliceOf(type) {
  return sliceTypeOf(type);
}

export function arrayOf(n, type) {
  return arrayTypeOf(n, type);
}

export function mapOf(key, elem) {
  return mapTypeOf(key, elem);
}

export function chanOf(dir, type) {
  return chanTypeOf(dir, type);
}

function listOf(slice) {
  return Array.from(slice.array.slice(slice.offset, slice.offset + slice.length));
}

export function funcOf(params, results, variadic) {
  return funcTypeOf(listOf(params), listOf(results), variadic);
}

export function structOf(names, pkgs, types, tags, embedded, text) {
  const packages = listOf(pkgs), typeList = listOf(types), tagList = listOf(tags), embeddedList = listOf(embedded);
  const fields = listOf(names).map((name, i) => ({
    name, jsName: "$" + i, type: typeList[i], embedded: embeddedList[i] !== 0, exported: packages[i] === "", tag: tagList[i], pkg: packages[i],
  }));
  const struct = structTypeOf(fields, text);
  if (fields.length > 0 && fields[0].embedded && struct.methods.length === 0) promoteMethods(struct, fields[0].type);
  return struct;
}

/** Gives values of a struct type that reflection makes the methods of its first field. */
function promoteMethods(struct, type) {
  const { jsName } = struct.fields[0], methods = methodsOf(type);
  struct.methodsThunk = () => methods.map((method) => [method.name, method.type, method.key]);
  struct.methodCache = undefined;
  for (const { key } of methods) {
    struct.box.prototype[key] = function (...args) {
      if (type.kind === INTERFACE) panic("reflect: StructOf does not support methods of embedded interfaces");
      return type.wrap(this.$value[jsName])[key](...args);
    };
  }
}
