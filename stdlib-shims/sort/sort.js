import { panicText, typeOf } from "goes:runtime";

const ARRAY = 17, SLICE = 23, STRUCT = 25;
const kindNames = "bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer";

/** The slice in an interface value. The panic says what reflect says. */
function sliceIn(x, method) {
  const type = x === null ? null : typeOf(x);
  if (type === null || type.kind !== SLICE) {
    panicText(`reflect: call of ${method} on ${type === null ? "zero" : kindNames.split(" ")[type.kind - 1]} Value`);
  }
  return x.$value;
}

export function length(x) {
  return sliceIn(x, "Len").length;
}

export function swapper(x) {
  const s = sliceIn(x, "Swapper");
  if (s.length < 2) return () => {};
  const { array, offset } = s;
  const { elem } = typeOf(x);
  // An element whose address may be known stays where it is: only what it holds changes.
  if (elem.kind === STRUCT && typeof array[offset].$assign === "function") {
    return (i, j) => {
      const a = array[offset + i], b = array[offset + j], old = elem.clone(a);
      a.$assign(b);
      b.$assign(old);
    };
  }
  if (elem.kind === ARRAY) {
    return (i, j) => {
      const a = array[offset + i], b = array[offset + j], old = elem.clone(a);
      elem.assign(a, b);
      elem.assign(b, old);
    };
  }
  return (i, j) => {
    const a = array[offset + i];
    array[offset + i] = array[offset + j];
    array[offset + j] = a;
  };
}
