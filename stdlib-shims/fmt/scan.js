const UINT64 = 11;

export function sizeOf(type) {
  return type.size;
}

export function storeTo(pointer, x) {
  pointer.v = x;
}

/** uint64 is a bigint; the other unsigned kinds are numbers as far as they are safe. */
export function storeUint(kind, pointer, x) {
  pointer.v = kind === UINT64 || x > 9007199254740991n ? x : Number(x);
}
