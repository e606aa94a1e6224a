import { arrayAssign, arrayClone } from "./array.js";
import { Complex, complexZero } from "./complex.js";
import {
  BIGINT, BOOL, COMPLEX, COMPLEX64, Elements, FLOAT32, FLOAT64, INT16, INT32, INT8, INTERFACE, MAPS, NULL, NUMBER, SLICES, STRING, UINT16, UINT32, UINT8,
} from "./elements.js";
import { equal } from "./equal.js";
import { hashFloat, hashFloatPart, hashInterface, hashInterfacePart, hashPointer, hashPointerPart, hashStringPart } from "./hash.js";
import { nilBox, unwrap, Value } from "./interface.js";
import { nilMap } from "./map.js";
import { RuntimeError, runtimeError } from "./panic.js";
import { samePointer } from "./pointer.js";
import { printComplex, printComplex64, printFloat, printFloat32 } from "./print.js";
import { nilSlice } from "./slice.js";

/**
 * A method as a descriptor lists it: [name, key, its type without receiver (or a thunk, or null), is exported].
 * @typedef {[string, string, Type | (() => Type) | null, boolean]} MethodTuple
 * @typedef {{ name: string, key: string, type: Type | null, exported: boolean, pkg: string }} Method
 * A struct field: [name, property, its type (or a thunk), flags (1 embedded, 2 exported), tag, package].
 * @typedef {[string, string, Type | (() => Type), number, string, string]} FieldTuple
 * @typedef {() => (new (value: any) => any) | undefined} BoxThunk
 */

/**
 * A type descriptor. What it refers to is given by thunks, so that descriptors may be constants in any order.
 * Identical types are one descriptor within a program.
 */
export class Type {
  /** @param {number} kind as reflect numbers them @param {BoxThunk} [boxes] the class of its boxes */
  constructor(kind, boxes) {
    /** @type {number} */
    this.ownKind = kind;
    this.boxThunk = boxes;
    /** @type {any} */
    this.boxClass = undefined;
    /** @type {boolean | undefined} */
    this.comparable = undefined;
    /** @type {Type | undefined} */
    this.pointer = undefined;
    composites.push(this);
  }

  get kind() {
    return this.ownKind;
  }

  /** As Go prints it: `main.Point`, `[]int`. @returns {string} */
  get text() {
    return "";
  }

  /** The name of a defined or predeclared type, else "". @returns {string} */
  get name() {
    return "";
  }

  /** The import path of a defined type's package. @returns {string} */
  get pkg() {
    return "";
  }

  /** @returns {Type} */
  get underlying() {
    return this;
  }

  /** @returns {any} */
  get elem() {
    return undefined;
  }

  /** @returns {any} */
  get key() {
    return undefined;
  }

  get len() {
    return 0;
  }

  /** Of a channel: 1 receive, 2 send, 3 both. */
  get dir() {
    return 0;
  }

  /** @returns {Field[]} */
  get fields() {
    return [];
  }

  /** Sorted by name. @returns {Method[]} */
  get methods() {
    return [];
  }

  /** @returns {Type[]} */
  get params() {
    return [];
  }

  /** @returns {Type[]} */
  get results() {
    return [];
  }

  get variadic() {
    return false;
  }

  /** The class of a struct type's objects. @returns {any} */
  get class() {
    return undefined;
  }

  /** The class of boxes for interfaces. */
  get box() {
    return this.boxClass ??= this.boxThunk?.() ?? makeBoxClass(this);
  }

  /** The type *T. */
  get pointerTo() {
    return this.pointer ??= composite((t) => t instanceof PointerType && t.elem === this) ?? new PointerType(() => this);
  }

  /** What append and make need to know of it as an element. @returns {Elements<any>} */
  get elements() {
    return NULL;
  }

  /** The size in bytes on a 64-bit machine. */
  get size() {
    return this.elements.size;
  }

  get isComparable() {
    return true;
  }

  /** @returns {any} */
  zero() {
    return null;
  }

  /** A copy of a struct or array; other values are immutable. @param {any} v @returns {any} */
  clone(v) {
    return v;
  }

  /** Copies a struct or array into another. @param {any} target @param {any} source */
  assign(target, source) {
    runtimeError(`assignment to ${this.text} ${target} of ${source}`);
  }

  /** Go: a == b. @param {any} a @param {any} b @returns {boolean} */
  equal(a, b) {
    if (!this.isComparable) runtimeError("comparing uncomparable type " + this.text);
    return this.same(a, b);
  }

  /** Go: a == b, of a comparable type. @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    return a === b;
  }

  /** A key for JavaScript's Map. @param {any} v @returns {unknown} */
  hash(v) {
    if (!this.isComparable) runtimeError("hash of unhashable type " + this.text);
    return this.hashKey(v);
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return this.part(v);
  }

  /** A key as a part of a composite one, delimited by itself. @param {any} v @returns {string} */
  hashPart(v) {
    if (!this.isComparable) runtimeError("hash of unhashable type " + this.text);
    return this.part(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return v + ",";
  }

  /** The value as an interface holds it. @param {any} v @returns {any} */
  wrap(v) {
    return new this.box(v);
  }

  /** What carries the methods of values in interfaces; null where there can be none. @returns {any} */
  get prototype() {
    return this.box.prototype;
  }
}

/** All descriptors that the program has, for those who look for one at run time. @type {Type[]} */
const composites = [];

/** @param {(t: Type) => boolean} is @returns {Type | undefined} */
function composite(is) {
  return composites.find(is);
}

/** @param {Type} type @returns {any} */
function makeBoxClass(type) {
  return class extends Value {
    get $type() {
      return type;
    }
  };
}

/** @param {Type | (() => Type)} t @returns {Type} */
function force(t) {
  return typeof t === "function" ? t() : t;
}

/** @param {Method} a @param {Method} b @returns {number} */
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** @param {MethodTuple[]} tuples @param {string} pkg @returns {Method[]} */
function methodList(tuples, pkg) {
  return tuples.map(([name, key, type, exported]) => ({ name, key, type: type === null ? null : force(type), exported, pkg: exported ? "" : pkg })).sort(byName);
}

/** A type with a name of its own. Everything but name, methods and boxes is that of its underlying type. */
export class NamedType extends Type {
  /** @param {{ text: string, name: string, pkg: string, underlying: () => Type, methods?: () => MethodTuple[], class?: () => any, box?: BoxThunk }} options */
  constructor(options) {
    super(0, options.box);
    this.options = options;
    /** @type {Type | undefined} */
    this.base = undefined;
    /** @type {Method[] | undefined} */
    this.methodCache = undefined;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
  }

  get underlying() {
    return this.base ??= this.options.underlying().underlying;
  }

  get kind() {
    return this.underlying.ownKind;
  }

  get text() {
    return this.options.text;
  }

  get name() {
    return this.options.name;
  }

  get pkg() {
    return this.options.pkg;
  }

  get elem() {
    return this.underlying.elem;
  }

  get key() {
    return this.underlying.key;
  }

  get len() {
    return this.underlying.len;
  }

  get dir() {
    return this.underlying.dir;
  }

  get fields() {
    return this.underlying.fields;
  }

  get methods() {
    const { methods, pkg } = this.options;
    return this.methodCache ??= this.underlying instanceof InterfaceType ? this.underlying.methods : methodList(methods?.() ?? [], pkg);
  }

  get params() {
    return this.underlying.params;
  }

  get results() {
    return this.underlying.results;
  }

  get variadic() {
    return this.underlying.variadic;
  }

  get class() {
    return this.options.class?.() ?? this.underlying.class;
  }

  get elements() {
    if (this.ownElements === undefined) {
      this.ownElements = this.kind === 25 ? structElements(this) : this.underlying.elements;
    }
    return this.ownElements;
  }

  get size() {
    return this.underlying.size;
  }

  get isComparable() {
    return this.comparable ??= this.underlying.isComparable;
  }

  zero() {
    return this.kind === 25 ? new this.class() : this.underlying.zero();
  }

  /** @param {any} v @returns {any} */
  clone(v) {
    return this.underlying.clone(v);
  }

  /** @param {any} target @param {any} source */
  assign(target, source) {
    this.underlying.assign(target, source);
  }

  /** @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    return this.underlying.same(a, b);
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return this.underlying.hashKey(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return this.underlying.part(v);
  }

  /** @param {any} v @returns {string | undefined} */
  print(v) {
    const { underlying } = this;
    return underlying instanceof BasicType ? underlying.print(v) : undefined;
  }

  /** @param {any} v @returns {any} */
  wrap(v) {
    return this.underlying instanceof InterfaceType ? v : new this.box(v);
  }
}

/** A predeclared type of numbers, strings or booleans; also unsafe.Pointer. */
export class BasicType extends Type {
  /** @param {number} kind @param {string} text @param {Elements<any>} elementKind @param {boolean} isRaw interfaces hold the value itself
   * @param {BoxThunk} [boxes] */
  constructor(kind, text, elementKind, isRaw, boxes) {
    super(kind, boxes);
    this.ownText = text;
    this.ownElements = elementKind;
    this.isRaw = isRaw;
  }

  get text() {
    return this.ownText;
  }

  get name() {
    return this.ownKind === 26 ? "Pointer" : this.ownText;
  }

  get pkg() {
    return this.ownKind === 26 ? "unsafe" : "";
  }

  get elements() {
    return this.ownElements;
  }

  zero() {
    return this.ownElements.value;
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return v;
  }

  /** As print shows it. @param {any} v @returns {string} */
  print(v) {
    return String(v);
  }

  /** @param {any} v @returns {any} */
  wrap(v) {
    return this.isRaw ? v : new this.box(v);
  }

  get prototype() {
    return this.isRaw ? null : this.box.prototype;
  }
}

/** string */
class StringType extends BasicType {
  /** @param {string} v @returns {string} */
  part(v) {
    return hashStringPart(v);
  }
}

/** float32, float64 */
class FloatType extends BasicType {
  /** @param {number} v @returns {unknown} */
  hashKey(v) {
    return hashFloat(v);
  }

  /** @param {number} v @returns {string} */
  part(v) {
    return hashFloatPart(v);
  }

  /** @param {number} v @returns {string} */
  print(v) {
    return this.ownKind === 13 ? printFloat32(v) : printFloat(v);
  }
}

/** complex64, complex128 */
class ComplexType extends BasicType {
  /** @param {Complex} a @param {Complex} b @returns {boolean} */
  same(a, b) {
    return a.re === b.re && a.im === b.im;
  }

  /** @param {Complex} v @returns {unknown} */
  hashKey(v) {
    return this.part(v);
  }

  /** @param {Complex} v @returns {string} */
  part(v) {
    return hashFloatPart(v.re) + hashFloatPart(v.im);
  }

  /** @param {Complex} v @returns {string} */
  print(v) {
    return this.ownKind === 15 ? printComplex64(v) : printComplex(v);
  }
}

/** unsafe.Pointer */
class UnsafePointerType extends BasicType {
  /** @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    return samePointer(a, b);
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return hashPointer(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return hashPointerPart(v);
  }
}

export const boolType = new BasicType(1, "bool", BOOL, true);
export const intType = new BasicType(2, "int", NUMBER, true);
export const int8Type = new BasicType(3, "int8", INT8, false);
export const int16Type = new BasicType(4, "int16", INT16, false);
export const int32Type = new BasicType(5, "int32", INT32, false);
export const int64Type = new BasicType(6, "int64", NUMBER, false);
export const uintType = new BasicType(7, "uint", NUMBER, false);
export const uint8Type = new BasicType(8, "uint8", UINT8, false);
export const uint16Type = new BasicType(9, "uint16", UINT16, false);
export const uint32Type = new BasicType(10, "uint32", UINT32, false);
export const uint64Type = new BasicType(11, "uint64", BIGINT, false);
export const uintptrType = new BasicType(12, "uintptr", NUMBER, false);
export const float32Type = new FloatType(13, "float32", FLOAT32, false);
export const float64Type = new FloatType(14, "float64", FLOAT64, false);
export const complex64Type = new ComplexType(15, "complex64", COMPLEX64, false);
export const complex128Type = new ComplexType(16, "complex128", COMPLEX, false);
export const stringType = new StringType(24, "string", STRING, true);
export const unsafePointerType = new UnsafePointerType(26, "unsafe.Pointer", NULL, false);

/** A predeclared type by its kind; the text is not needed to tell them apart.
 * @param {number} kind @param {string} text @param {BoxThunk} [boxes] @returns {Type} */
export function basicType(kind, text, boxes) {
  const raw = kind === 1 || kind === 2 || kind === 24;
  switch (kind) {
    case 13:
      return new FloatType(kind, text, FLOAT32, raw, boxes);
    case 14:
      return new FloatType(kind, text, FLOAT64, raw, boxes);
    case 15:
      return new ComplexType(kind, text, COMPLEX64, raw, boxes);
    case 16:
      return new ComplexType(kind, text, COMPLEX, raw, boxes);
    case 24:
      return new StringType(kind, text, STRING, raw, boxes);
    case 26:
      return new UnsafePointerType(kind, text, NULL, raw, boxes);
    default:
      return new BasicType(kind, text, basicElements[kind], raw, boxes);
  }
}

/** By kind. */
const basicElements = [NULL, BOOL, NUMBER, INT8, INT16, INT32, NUMBER, NUMBER, UINT8, UINT16, UINT32, BIGINT, NUMBER];

/** []T */
class SliceType extends Type {
  /** @param {() => Type} elem @param {BoxThunk} [boxes] */
  constructor(elem, boxes) {
    super(23, boxes);
    this.elemThunk = elem;
  }

  get text() {
    return "[]" + this.elem.text;
  }

  get elem() {
    return this.elemThunk();
  }

  get elements() {
    return SLICES;
  }

  get isComparable() {
    return false;
  }

  zero() {
    return nilSlice;
  }
}

/** [n]T */
class ArrayType extends Type {
  /** @param {number} n @param {() => Type} elem @param {BoxThunk} [boxes] */
  constructor(n, elem, boxes) {
    super(17, boxes);
    this.count = n;
    this.elemThunk = elem;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
  }

  get text() {
    return `[${this.count}]${this.elem.text}`;
  }

  get elem() {
    return this.elemThunk();
  }

  get len() {
    return this.count;
  }

  get elements() {
    return this.ownElements ??= new Elements(null, this.size, this.elem.elements.hasPointers, null, () => this.zero(), (v) => this.clone(v));
  }

  get size() {
    return this.count * this.elem.size;
  }

  get isComparable() {
    return this.comparable ??= this.elem.isComparable;
  }

  zero() {
    return this.elem.elements.make(this.count);
  }

  /** @param {any} v @returns {any} */
  clone(v) {
    const { elem } = this;
    return elem.elements.isOwned ? arrayClone(v, (x) => elem.clone(x)) : v.slice();
  }

  /** @param {any} target @param {any} source */
  assign(target, source) {
    const { elem } = this;
    arrayAssign(target, source, elem.elements.isOwned ? (d, s) => elem.assign(d, s) : undefined);
  }

  /** @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    const { elem } = this;
    for (let i = 0; i < this.count; i++) if (!elem.equal(a[i], b[i])) return false;
    return true;
  }

  /** @param {any} v @returns {string} */
  part(v) {
    const { elem } = this;
    let text = "";
    for (let i = 0; i < this.count; i++) text += elem.hashPart(v[i]);
    return text;
  }
}

/** *T */
class PointerType extends Type {
  /** @param {() => Type} elem @param {BoxThunk} [boxes] @param {() => MethodTuple[]} [methods] */
  constructor(elem, boxes, methods) {
    super(22, boxes);
    this.elemThunk = elem;
    this.methodsThunk = methods;
    /** @type {Method[] | undefined} */
    this.methodCache = undefined;
  }

  get text() {
    return "*" + this.elem.text;
  }

  get elem() {
    return this.elemThunk();
  }

  get methods() {
    return this.methodCache ??= methodList(this.methodsThunk?.() ?? [], this.elem.pkg);
  }

  /** @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    return samePointer(a, b);
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return hashPointer(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return hashPointerPart(v);
  }

  /** @param {any} v @returns {any} */
  wrap(v) {
    if (this.elem.kind !== 25) return new this.box(v);
    return v === null ? nilBox(this.elem.class) : v;
  }

  get prototype() {
    return this.elem.kind === 25 ? this.elem.class.prototype : this.box.prototype;
  }
}

/** A field of a struct type. */
class Field {
  /** @param {FieldTuple} tuple */
  constructor([name, jsName, type, flags, tag, pkg]) {
    this.name = name;
    this.jsName = jsName;
    this.typeOrThunk = type;
    this.embedded = (flags & 1) !== 0;
    this.exported = (flags & 2) !== 0;
    this.tag = tag ?? "";
    this.pkg = pkg ?? "";
  }

  get type() {
    return force(this.typeOrThunk);
  }
}

/** @param {Type} type a struct type @returns {Elements<any>} */
function structElements(type) {
  const hasPointers = type.fields.some((f) => f.type.elements.hasPointers);
  return new Elements(null, type.size, hasPointers, null, () => type.zero(), (v) => type.clone(v));
}

/** @param {Type} type @returns {number} the alignment of its values, in bytes */
export function alignment(type) {
  if (type.kind === 17) return alignment(type.elem);
  if (type.kind === 25) return type.fields.reduce((most, f) => Math.max(most, alignment(f.type)), 1);
  return type.kind === 15 ? 4 : Math.min(Math.max(type.size, 1), 8);
}

/** struct { … } */
class StructType extends Type {
  /** @param {string} text @param {() => FieldTuple[]} fields @param {() => any} [structClass] @param {BoxThunk} [boxes] */
  constructor(text, fields, structClass, boxes) {
    super(25, boxes);
    this.ownText = text;
    this.fieldsThunk = fields;
    this.classThunk = structClass;
    /** @type {any} */
    this.ownClass = undefined;
    /** @type {Field[] | undefined} */
    this.fieldCache = undefined;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
  }

  get text() {
    return this.ownText;
  }

  get fields() {
    return this.fieldCache ??= this.fieldsThunk().map((tuple) => new Field(tuple));
  }

  get class() {
    return this.ownClass ??= this.classThunk?.() ?? makeStructClass(this);
  }

  get elements() {
    return this.ownElements ??= structElements(this);
  }

  get size() {
    let end = 0, most = 1;
    for (const { type } of this.fields) {
      const align = alignment(type);
      most = Math.max(most, align);
      end = Math.ceil(end / align) * align + type.size;
    }
    return Math.ceil(end / most) * most;
  }

  get isComparable() {
    return this.comparable ??= this.fields.every((f) => f.type.isComparable);
  }

  zero() {
    return new this.class();
  }

  /** @param {any} v @returns {any} */
  clone(v) {
    if (typeof v.$clone === "function") return v.$clone();
    return new v.constructor(...this.fields.map((f) => f.type.clone(v[f.jsName])));
  }

  /** @param {any} target @param {any} source */
  assign(target, source) {
    for (const { jsName, type } of this.fields) {
      if (type.elements.isOwned) type.assign(target[jsName], source[jsName]);
      else target[jsName] = source[jsName];
    }
  }

  /** spec: "Two struct values are equal if their corresponding non-blank field values are equal."
   * @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    for (const { name, jsName, type } of this.fields) if (name !== "_" && !type.equal(a[jsName], b[jsName])) return false;
    return true;
  }

  /** @param {any} v @returns {string} */
  part(v) {
    let text = "";
    for (const { name, jsName, type } of this.fields) if (name !== "_") text += type.hashPart(v[jsName]);
    return text;
  }
}

/** The class of a struct type that exists only at run time. @param {Type} type @returns {any} */
function makeStructClass(type) {
  return class {
    /** @param {...any} values */
    constructor(...values) {
      const self = /** @type {any} */ (this);
      type.fields.forEach((f, i) => {
        self[f.jsName] = i < values.length ? values[i] : f.type.zero();
      });
    }

    get $type() {
      return type.pointerTo;
    }
  };
}

/** map[K]V */
class MapType extends Type {
  /** @param {() => Type} key @param {() => Type} elem @param {BoxThunk} [boxes] */
  constructor(key, elem, boxes) {
    super(21, boxes);
    this.keyThunk = key;
    this.elemThunk = elem;
  }

  get text() {
    return `map[${this.key.text}]${this.elem.text}`;
  }

  get key() {
    return this.keyThunk();
  }

  get elem() {
    return this.elemThunk();
  }

  get elements() {
    return MAPS;
  }

  get isComparable() {
    return false;
  }

  zero() {
    return nilMap;
  }
}

/** chan T */
class ChanType extends Type {
  /** @param {number} dir @param {() => Type} elem @param {BoxThunk} [boxes] */
  constructor(dir, elem, boxes) {
    super(18, boxes);
    this.direction = dir;
    this.elemThunk = elem;
  }

  get text() {
    const { text } = this.elem;
    if (this.direction === 1) return "<-chan " + text;
    if (this.direction === 2) return "chan<- " + text;
    return "chan " + (text.startsWith("<-") ? `(${text})` : text);
  }

  get elem() {
    return this.elemThunk();
  }

  get dir() {
    return this.direction;
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return v;
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return hashPointerPart(v);
  }
}

/** func(…) … */
class FuncType extends Type {
  /** @param {() => Type[]} params @param {() => Type[]} results @param {boolean} variadic @param {BoxThunk} [boxes] */
  constructor(params, results, variadic, boxes) {
    super(19, boxes);
    this.paramsThunk = params;
    this.resultsThunk = results;
    this.isVariadic = variadic;
  }

  get text() {
    const params = this.params.map((t) => t.text), { results } = this;
    if (this.isVariadic) params.push("..." + /** @type {string} */ (params.pop()).slice(2));
    const list = results.map((t) => t.text).join(", ");
    return `func(${params.join(", ")})` + (results.length === 0 ? "" : results.length === 1 ? " " + list : ` (${list})`);
  }

  get params() {
    return this.paramsThunk();
  }

  get results() {
    return this.resultsThunk();
  }

  get variadic() {
    return this.isVariadic;
  }

  get isComparable() {
    return false;
  }
}

/** interface { … } */
class InterfaceType extends Type {
  /** @param {string} text @param {() => MethodTuple[]} methods @param {BoxThunk} [boxes] */
  constructor(text, methods, boxes) {
    super(20, boxes);
    this.ownText = text;
    this.methodsThunk = methods;
    /** @type {Method[] | undefined} */
    this.methodCache = undefined;
  }

  get text() {
    return this.ownText;
  }

  get methods() {
    return this.methodCache ??= methodList(this.methodsThunk(), "");
  }

  get elements() {
    return INTERFACE;
  }

  /** @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    return equal(a, b);
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    return hashInterface(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    return hashInterfacePart(v);
  }

  /** @param {any} v @returns {any} */
  wrap(v) {
    return v;
  }
}

/** @param {() => Type} elem @param {BoxThunk} [boxes] @returns {Type} */
export function sliceType(elem, boxes) {
  return new SliceType(elem, boxes);
}

/** @param {number} n @param {() => Type} elem @param {BoxThunk} [boxes] @returns {Type} */
export function arrayType(n, elem, boxes) {
  return new ArrayType(n, elem, boxes);
}

/** @param {() => Type} elem @param {BoxThunk} [boxes] @param {() => MethodTuple[]} [methods] @returns {Type} */
export function pointerType(elem, boxes, methods) {
  return new PointerType(elem, boxes, methods);
}

/** @param {string} text @param {() => FieldTuple[]} fields @param {() => any} [structClass] @param {BoxThunk} [boxes] @returns {Type} */
export function structType(text, fields, structClass, boxes) {
  return new StructType(text, fields, structClass, boxes);
}

/** @param {() => Type} key @param {() => Type} elem @param {BoxThunk} [boxes] @returns {Type} */
export function mapType(key, elem, boxes) {
  return new MapType(key, elem, boxes);
}

/** @param {number} dir 1 receive, 2 send, 3 both @param {() => Type} elem @param {BoxThunk} [boxes] @returns {Type} */
export function chanType(dir, elem, boxes) {
  return new ChanType(dir, elem, boxes);
}

/** @param {() => Type[]} params @param {() => Type[]} results @param {boolean} variadic @param {BoxThunk} [boxes] @returns {Type} */
export function funcType(params, results, variadic, boxes) {
  return new FuncType(params, results, variadic, boxes);
}

/** @param {string} text @param {() => MethodTuple[]} methods @param {BoxThunk} [boxes] @returns {Type} */
export function interfaceType(text, methods, boxes) {
  return new InterfaceType(text, methods, boxes);
}

/** @param {ConstructorParameters<typeof NamedType>[0]} options @returns {Type} */
export function namedType(options) {
  return new NamedType(options);
}

/** interface {} */
export const emptyInterfaceType = new InterfaceType("interface {}", () => []);

/** error */
export const errorType = new NamedType({
  text: "error", name: "error", pkg: "",
  underlying: () => new InterfaceType("interface { Error() string }", () => [["Error", "Error", funcOf([], [stringType], false), true]]),
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
      return x instanceof RuntimeError ? runtimeErrorType(x.typeText) : x.$type;
  }
}

/** The descriptors of the runtime's own error types, by their text. @type {Map<string, Type>} */
const runtimeErrorTypes = new Map();

/** @param {string} text @returns {Type} */
function runtimeErrorType(text) {
  let type = runtimeErrorTypes.get(text);
  if (type === undefined) {
    const name = text.replace(/^\*?runtime\./, "");
    const struct = new NamedType({
      text: "runtime." + name, name, pkg: "runtime",
      underlying: () => new StructType("struct { text string }", () => [["text", "text", stringType, 0, "", "runtime"]], () => RuntimeError),
    });
    type = text.startsWith("*") ? struct.pointerTo : struct;
    runtimeErrorTypes.set(text, type);
  }
  return type;
}

/** A value of that type as an interface holds it. @param {Type} type @param {any} value @returns {any} */
export function box(type, value) {
  return type.wrap(value);
}

/** The value of an interface, with its type. @param {any} x @returns {any} */
export function unbox(x) {
  return unwrap(x);
}

/** The nil pointer of that type, in an interface. @param {Type} pointer @returns {any} */
export function nilBoxOf(pointer) {
  return pointer.wrap(null);
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

// Types made at run time are the program's own where it has them.

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
export function funcOf(params, results, variadic) {
  const same = (/** @type {Type[]} */ a, /** @type {Type[]} */ b) => a.length === b.length && a.every((t, i) => t === b[i]);
  return composite((t) => t instanceof FuncType && t.isVariadic === variadic && same(t.params, params) && same(t.results, results)) ??
    new FuncType(() => params, () => results, variadic);
}

/** @param {{ name: string, jsName?: string, type: Type, embedded?: boolean, exported?: boolean, tag?: string, pkg?: string }[]} list @returns {Type} */
export function structTypeOf(list) {
  const same = (/** @type {Field} */ f, /** @type {number} */ i) => f.name === list[i].name && f.type === list[i].type && f.tag === (list[i].tag ?? "") &&
    f.embedded === (list[i].embedded ?? false) && f.pkg === (list[i].pkg ?? "");
  const found = composite((t) => t instanceof StructType && t.fields.length === list.length && t.fields.every(same));
  if (found !== undefined) return found;
  const parts = list.map((f) => (f.embedded ? "" : f.name + " ") + f.type.text + (f.tag ? " " + JSON.stringify(f.tag) : ""));
  const text = list.length === 0 ? "struct {}" : `struct { ${parts.join("; ")} }`;
  return new StructType(text, () => list.map((f) => [f.name, f.jsName ?? f.name, f.type, (f.embedded ? 1 : 0) | (f.exported ?? true ? 2 : 0), f.tag ?? "", f.pkg ?? ""]));
}
