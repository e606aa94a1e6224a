import { samePointer } from "goes:runtime";

/** Whether two slices of the same length have the same elements in the same place. */
export function sameBacking(a, b) {
  return a.array === b.array && a.offset === b.offset;
}

export function samePointers(a, b) {
  return samePointer(a, b);
}
