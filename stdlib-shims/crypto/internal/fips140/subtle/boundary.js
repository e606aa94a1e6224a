export function xorArrays({ array, offset, length }, { array: x, offset: i }, { array: y, offset: j }) {
  for (let k = 0; k < length; k++) array[offset + k] = x[i + k] ^ y[j + k];
}
