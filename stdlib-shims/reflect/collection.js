export function swapElems(slice, i, j) {
  const { array, offset } = slice;
  const first = array[offset + i];
  array[offset + i] = array[offset + j];
  array[offset + j] = first;
}
