export function compare(a, b) {
  const { array: x, offset: i } = a, { array: y, offset: j } = b, length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) if (x[i + k] !== y[j + k]) return x[i + k] < y[j + k] ? -1 : 1;
  return Math.sign(a.length - b.length);
}

export function equal(a, b) {
  if (a.length !== b.length) return false;
  const { array: x, offset: i, length } = a, { array: y, offset: j } = b;
  for (let k = 0; k < length; k++) if (x[i + k] !== y[j + k]) return false;
  return true;
}

export function count({ array, offset, length }, c) {
  let found = 0;
  for (let i = offset; i < offset + length; i++) if (array[i] === c) found++;
  return found;
}

export function countString(s, c) {
  let found = 0;
  const part = String.fromCharCode(c);
  for (let i = s.indexOf(part); i >= 0; i = s.indexOf(part, i + 1)) found++;
  return found;
}

function isAt(array, at, part) {
  const { array: other, offset, length } = part;
  for (let k = 0; k < length; k++) if (array[at + k] !== other[offset + k]) return false;
  return true;
}

export function index(s, part) {
  if (part.length === 0) return 0;
  const { array, offset } = s, first = part.array[part.offset], end = offset + s.length - part.length;
  for (let i = offset; i <= end; i++) if (array[i] === first && isAt(array, i, part)) return i - offset;
  return -1;
}

export function indexString(s, part) {
  return s.indexOf(part);
}

export function lastIndexString(s, part) {
  return s.lastIndexOf(part);
}

export function indexByte({ array, offset, length }, c) {
  // Most of what is looked for is near. The search of typed arrays is fast, but it asks for a view: the array may go on.
  const near = Math.min(length, 100);
  for (let i = 0; i < near; i++) if (array[offset + i] === c) return i;
  const at = length > near ? array.subarray(offset + near, offset + length).indexOf(c) : -1;
  return at < 0 ? at : at + near;
}

export function indexByteString(s, c) {
  return s.indexOf(String.fromCharCode(c));
}

export function lastIndexByte({ array, offset, length }, c) {
  for (let i = length - 1; i >= 0; i--) if (array[offset + i] === c) return i;
  return -1;
}

export function lastIndexByteString(s, c) {
  return s.lastIndexOf(String.fromCharCode(c));
}
