import { Elements, NULL } from "./elements.js";
import { hashPointer, hashPointerPart } from "./hash.js";
import { nilBox, unwrap, Value } from "./interface.js";
import { runtimeError } from "./panic.js";
import { samePointer } from "./pointer.js";

/**
 * A method as a descriptor lists it: [name, its type without receiver (or a thunk, or null), key (the name), is private
 * to its package (false), that package (the type's)].
 * @typedef {[string, Type | (() => Type) | null, string?, boolean?, string?]} MethodTuple
 * @typedef {{ name: string, key: string, type: Type | null, exported: boolean, pkg: string }} Method
 * A struct field: [name, its type (or a thunk), flags (1 embedded, 2 private to its package), tag, package, property
 * (the name)].
 * @typedef {[string, Type | (() => Type), number?, string?, string?, string?]} FieldTuple
 * @typedef {() => (new (value: any) => any) | undefined} BoxThunk
 * @typedef {import("./composite-type.js").Field} Field
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
    /** @type {(() => MethodTuple[]) | undefined} */
    this.methodsThunk = undefined;
    /** @type {Method[] | undefined} */
    this.methodCache = undefined;
    /** The package of the name that has this structure. */
    this.home = "";
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
    return this.methodCache ??= methodList(this.methodsThunk?.() ?? [], this.home);
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

  /** The type *T. @returns {Type} */
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

  /** A copy of a struct or array, or of the header of a slice; other values are immutable. @param {any} v @returns {any} */
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
export function composite(is) {
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
export function force(t) {
  return typeof t === "function" ? t() : t;
}

/** @param {Method} a @param {Method} b @returns {number} */
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** @param {MethodTuple[]} tuples @param {string} home @returns {Method[]} */
export function methodList(tuples, home) {
  return tuples.map(([name, type, key = name, isPrivate = false, pkg = home]) => ({
    name, key, type: type === null ? null : force(type), exported: !isPrivate, pkg: isPrivate ? pkg : "",
  })).sort(byName);
}

/** A type with a name of its own. Everything but name, methods and boxes is that of its underlying type. */
export class NamedType extends Type {
  /** @param {{ text: string, name?: string, pkg: string, underlying: () => Type, methods?: () => MethodTuple[], class?: () => any, box?: BoxThunk,
   * pointer?: () => Type }} options name: what
   * follows the package in text, if not said; pointer: the type of pointers, where they have methods */
  constructor(options) {
    super(0, options.box);
    this.options = options;
    /** @type {Type | undefined} */
    this.base = undefined;
    this.methodsThunk = options.methods;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
  }

  get underlying() {
    if (this.base === undefined) {
      this.base = this.options.underlying().underlying;
      // The structure of a defined type is its own. Names in it that are not exported are mostly of its package.
      this.base.home = this.options.pkg;
    }
    return this.base;
  }

  get kind() {
    return this.underlying.ownKind;
  }

  get text() {
    return this.options.text;
  }

  get pointerTo() {
    return this.pointer ??= this.options.pointer?.() ?? super.pointerTo;
  }

  get name() {
    const { name, text } = this.options;
    return name ?? text.slice(text.indexOf(".") + 1);
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
    return this.kind === 20 ? this.underlying.methods : super.methods;
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

  /** @returns {Elements<any>} */
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
    return /** @type {any} */ (this.underlying).print?.(v);
  }

  /** @param {any} v @returns {any} */
  wrap(v) {
    return this.kind === 20 ? v : new this.box(v);
  }
}

/** @param {ConstructorParameters<typeof NamedType>[0]} options @returns {Type} */
export function namedType(options) {
  return new NamedType(options);
}

/** *T */
class PointerType extends Type {
  /** @param {() => Type} elem @param {BoxThunk} [boxes] @param {() => MethodTuple[]} [methods] */
  constructor(elem, boxes, methods) {
    super(22, boxes);
    this.elemThunk = elem;
    this.methodsThunk = methods;
  }

  get text() {
    return "*" + this.elem.text;
  }

  get elem() {
    return this.elemThunk();
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

/** @param {() => Type} elem @param {BoxThunk} [boxes] @param {() => MethodTuple[]} [methods] @returns {Type} */
export function pointerType(elem, boxes, methods) {
  return new PointerType(elem, boxes, methods);
}

/** @param {Type} type a struct type @returns {Elements<any>} */
export function structElements(type) {
  const hasPointers = type.fields.some((f) => f.type.elements.hasPointers);
  return new Elements(null, type.size, hasPointers, null, () => type.zero(), (v) => type.clone(v));
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
