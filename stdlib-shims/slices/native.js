/** Sorts a slice of numbers, bigints or strings in ascending order, NaN first. */
export function sortOrdered(s) {
  const { array, offset, length } = s;
  if (length < 2) return;
  if (length <= 24) return insertionSort(array, offset, offset + length);
  if (ArrayBuffer.isView(array)) return sortNumbers(array.subarray(offset, offset + length));
  const part = array.slice(offset, offset + length);
  // V8 sorts typed arrays far faster, but they do not hold an int beyond 2^53.
  const sorted = part.every((x) => typeof x === "number") ? Float64Array.from(part).sort() : part.sort(compare);
  for (let i = 0; i < length; i++) array[offset + i] = sorted[i];
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isLess(a, b) {
  return a < b || (a !== a && b === b);
}

function insertionSort(array, start, end) {
  for (let i = start + 1; i < end; i++) {
    const x = array[i];
    let j = i;
    for (; j > start && isLess(x, array[j - 1]); j--) array[j] = array[j - 1];
    array[j] = x;
  }
}

/** JavaScript puts NaN last. */
function sortNumbers(numbers) {
  numbers.sort();
  let count = 0;
  while (count < numbers.length && Number.isNaN(numbers[numbers.length - 1 - count])) count++;
  if (count === 0 || count === numbers.length) return;
  numbers.copyWithin(count, 0, numbers.length - count);
  numbers.fill(NaN, 0, count);
}

/** Whether two slices share a place of the backing array. */
export function overlaps(a, b) {
  if (a.array !== b.array && ArrayBuffer.isView(a.array) && a.array.buffer === b.array.buffer) {
    const places = [a, b].map(({ array, offset, length }) => ({ array: array.buffer, offset: array.byteOffset / array.BYTES_PER_ELEMENT + offset, length }));
    return overlaps(...places);
  }
  return a.array === b.array && a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
