export function getRandomValues({ array, offset, length }) {
  globalThis.crypto.getRandomValues(array.subarray(offset, offset + length));
}
