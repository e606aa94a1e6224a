import { arrayAssign, arrayClone } from "./array.js";
import { Elements, INTERFACE, MAPS, SLICES } from "./elements.js";
import { equal } from "./equal.js";
import { hashInterface, hashInterfacePart, hashPointerPart, Packing } from "./hash.js";
import { nilMap } from "./map.js";
import { nilSlice, ownHeader } from "./slice.js";
import { force, structElements, Type } from "./type.js";

/**
 * @typedef {import("./type.js").BoxThunk} BoxThunk
 * @typedef {import("./type.js").FieldTuple} FieldTuple
 * @typedef {import("./type.js").MethodTuple} MethodTuple
 * @typedef {import("./type.js").Method} Method
 */

/** []T */
export class SliceType extends Type {
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

  /** A header of its own: fields may change theirs in place. @param {any} v @returns {any} */
  clone(v) {
    return ownHeader(v);
  }
}

/** [n]T */
export class ArrayType extends Type {
  /** @param {number} n @param {() => Type} elem @param {BoxThunk} [boxes] */
  constructor(n, elem, boxes) {
    super(17, boxes);
    this.count = n;
    this.elemThunk = elem;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
    /** @type {Packing | undefined} */
    this.packing = undefined;
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

  /** @returns {Elements<any>} */
  get elements() {
    return this.ownElements ??= new Elements(null, this.size, this.elem.elements.hasPointers, null, () => this.zero(), (v) => this.clone(v));
  }

  get size() {
    return Number(this.count) * this.elem.size;
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

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    this.packing ??= new Packing([...Array(Math.min(this.count, 5)).keys()], [this.elem]);
    return this.packing.pack(v) ?? this.part(v);
  }

  /** @param {any} v @returns {string} */
  part(v) {
    const { elem } = this;
    let text = "";
    for (let i = 0; i < this.count; i++) text += elem.hashPart(v[i]);
    return text;
  }
}

/** A field of a struct type. */
export class Field {
  /** @param {FieldTuple} tuple @param {string} home the package of the struct type's name */
  constructor([name, type, flags = 0, tag = "", pkg = "", jsName = name], home) {
    this.name = name;
    this.jsName = jsName;
    this.typeOrThunk = type;
    this.embedded = (flags & 1) !== 0;
    this.exported = (flags & 2) === 0;
    this.tag = tag;
    this.pkg = this.exported ? "" : pkg || home;
    /** See {@link fieldOffset}. */
    this.offset = -1;
  }

  get type() {
    return force(this.typeOrThunk);
  }
}

/** @param {Type} type @returns {number} the alignment of its values, in bytes */
export function alignment(type) {
  if (type.kind === 17) return alignment(type.elem);
  if (type.kind === 25) return type.fields.reduce((most, f) => Math.max(most, alignment(f.type)), 1);
  return type.kind === 15 ? 4 : Math.min(Math.max(type.size, 1), 8);
}

/** The offset of a struct's i-th field, in bytes. @param {Type} type @param {number} i @returns {number} */
export function fieldOffset(type, i) {
  const { fields } = type;
  if (fields[i].offset < 0) {
    let end = 0;
    for (const field of fields) {
      const align = alignment(field.type);
      field.offset = Math.ceil(end / align) * align;
      end = field.offset + field.type.size;
    }
  }
  return fields[i].offset;
}

/** struct { … } */
export class StructType extends Type {
  /** @param {string} text @param {() => FieldTuple[]} fields @param {() => any} [structClass] @param {BoxThunk} [boxes]
   * @param {() => MethodTuple[]} [methods] */
  constructor(text, fields, structClass, boxes, methods) {
    super(25, boxes);
    this.methodsThunk = methods;
    this.ownText = text;
    this.fieldsThunk = fields;
    this.classThunk = structClass;
    /** @type {any} */
    this.ownClass = undefined;
    /** @type {Field[] | undefined} */
    this.fieldCache = undefined;
    /** @type {Elements<any> | undefined} */
    this.ownElements = undefined;
    /** @type {Packing | undefined} */
    this.packing = undefined;
  }

  get text() {
    return this.ownText;
  }

  get fields() {
    return this.fieldCache ??= this.fieldsThunk().map((tuple) => new Field(tuple, this.home));
  }

  get class() {
    return this.ownClass ??= this.classThunk?.() ?? makeStructClass(this);
  }

  /** @returns {Elements<any>} */
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
    // A pointer to a last field of size 0 must not point behind the struct.
    if (end > 0 && this.fields.at(-1)?.type.size === 0) end++;
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
      else target[jsName] = type.clone(source[jsName]);
    }
  }

  /** spec: "Two struct values are equal if their corresponding non-blank field values are equal."
   * @param {any} a @param {any} b @returns {boolean} */
  same(a, b) {
    for (const { name, jsName, type } of this.fields) if (name !== "_" && !type.equal(a[jsName], b[jsName])) return false;
    return true;
  }

  /** @param {any} v @returns {unknown} */
  hashKey(v) {
    this.packing ??= this.newPacking();
    return this.packing.pack(v) ?? this.part(v);
  }

  newPacking() {
    const keys = this.fields.filter((f) => f.name !== "_");
    return new Packing(keys.map((f) => f.jsName), keys.map((f) => f.type));
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
export class MapType extends Type {
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
export class ChanType extends Type {
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
export class FuncType extends Type {
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
export class InterfaceType extends Type {
  /** @param {string} text @param {() => MethodTuple[]} methods @param {BoxThunk} [boxes] */
  constructor(text, methods, boxes) {
    super(20, boxes);
    this.ownText = text;
    this.methodsThunk = methods;
  }

  get text() {
    return this.ownText;
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

/** @param {string} text @param {() => FieldTuple[]} fields @param {() => any} [structClass] @param {BoxThunk} [boxes]
 * @param {() => MethodTuple[]} [methods] @returns {Type} */
export function structType(text, fields, structClass, boxes, methods) {
  return new StructType(text, fields, structClass, boxes, methods);
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

/** interface {} */
export const emptyInterfaceType = new InterfaceType("interface {}", () => []);
