import { BIGINT, BOOL, COMPLEX, COMPLEX64, FLOAT32, FLOAT64, INT16, INT32, INT8, NULL, NUMBER, STRING, UINT16, UINT32, UINT8 } from "./elements.js";
import { hashFloat, hashFloatPart, hashInterfacePart, hashPointer, hashPointerPart, hashStringPart } from "./hash.js";
import { samePointer } from "./pointer.js";
import { printComplex, printComplex64, printFloat, printFloat32 } from "./print.js";
import { Type } from "./type.js";

/**
 * @typedef {import("./complex.js").Complex} Complex
 * @typedef {import("./elements.js").Elements<any>} Kind
 * @typedef {import("./type.js").BoxThunk} BoxThunk
 */

/** A predeclared type of numbers, strings or booleans; also unsafe.Pointer. */
export class BasicType extends Type {
  /** @param {number} kind @param {string} text @param {Kind} elementKind @param {boolean} isRaw interfaces hold the value itself
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

  /** What reflection points to with it may be a value that is no object. @param {any} v @returns {string} */
  part(v) {
    return typeof v === "object" || typeof v === "function" ? hashPointerPart(v) : "=" + hashInterfacePart(v);
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
