import { Slice, typeOf } from "goes:runtime";

const FLOAT32 = 13, FLOAT64 = 14, COMPLEX64 = 15, COMPLEX128 = 16, ARRAY = 17, CHAN = 18, INTERFACE = 20, POINTER = 22, STRUCT = 25;
const INDIRECT = 32, READ_ONLY = 192;

/** reflect.Value is struct { typ *rtype; ptr unsafe.Pointer; flag }, rtype is struct { t }: gives type, bare value, and whether methods may be called. */
export function reflected(type, value) {
  const [typ, ptr, flag] = type.fields.map((field) => value[field.jsName]);
  if (typ === null) return [null, null, false];
  const descriptor = typ[type.fields[0].type.elem.fields[0].jsName];
  const isBehindPointer = (flag & INDIRECT) !== 0 && descriptor.kind !== STRUCT && descriptor.kind !== ARRAY;
  return [descriptor, isBehindPointer ? ptr.v : ptr, (flag & READ_ONLY) === 0];
}

export function bytesText(type, value) {
  const array = type.kind === ARRAY ? value : value.array;
  const from = type.kind === ARRAY ? 0 : value.offset;
  const length = type.kind === ARRAY ? type.len : value.length;
  let text = "";
  for (let i = 0; i < length; i++) text += String.fromCharCode(array[from + i]);
  return text;
}

/** Keys are sorted by value as far as that means something; NaN comes first, false before true, nil before all. */
export function sortedEntries(type, map) {
  const entries = [...map];
  const keyType = type.key;
  entries.sort(([a], [b]) => compare(keyType, a, b));
  return [0, 1].map((at) => {
    const array = entries.map((entry) => entry[at]);
    return new Slice(array, 0, array.length, array.length);
  });
}

function compare(type, a, b) {
  switch (type.kind) {
    case FLOAT32:
    case FLOAT64:
      return compareFloats(a, b);
    case COMPLEX64:
    case COMPLEX128:
      return compareFloats(a.re, b.re) || compareFloats(a.im, b.im);
    case STRUCT:
      for (const field of type.fields) {
        const order = compare(field.type, a[field.jsName], b[field.jsName]);
        if (order !== 0) return order;
      }
      return 0;
    case ARRAY:
      for (let i = 0; i < type.len; i++) {
        const order = compare(type.elem, a[i], b[i]);
        if (order !== 0) return order;
      }
      return 0;
    case INTERFACE:
      return compareInterfaces(a, b);
    case POINTER:
    case CHAN:
      return a === null || b === null ? (a === null ? 0 : 1) - (b === null ? 0 : 1) : 0;
    default:
      return a < b ? -1 : a > b ? 1 : 0;
  }
}

function compareFloats(a, b) {
  if (a !== a) return b !== b ? 0 : -1;
  return b !== b ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

/** Where types stand in a program of Go's linker, by which fmt sorts: named ones without methods, then the predeclared
 * ones, then what is larger. */
function rankOf(type) {
  const rank = [24, 3, 8, 4, 9, 5, 10, 6, 11, 2, 7, 12, 15, 16, 13, 14, 1].indexOf(type.kind);
  if (rank < 0) return 100 + type.kind;
  return type.pkg === "" ? rank : type.methods.length === 0 ? -1 : 200;
}

/** Interface values are sorted by their types first. */
function compareInterfaces(a, b) {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  const typeA = typeOf(a), typeB = typeOf(b);
  if (typeA !== typeB) return rankOf(typeA) - rankOf(typeB) || (typeA.text < typeB.text ? -1 : 1);
  const bare = (x) => (typeof x === "object" && "$value" in x ? x.$value : x);
  return compare(typeA, bare(a), bare(b));
}
