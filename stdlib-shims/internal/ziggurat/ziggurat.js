import { Slice } from "goes:runtime";

function sliceOf(array) {
  return new Slice(array, 0, array.length, array.length);
}

/** The tables for a density that falls from 1 at 0, its inverse, the start of the tail, the strips' area, and the range of draws. */
function tables(count, start, area, range, density, inverse) {
  const limit = new Uint32Array(count), width = new Float32Array(count), height = new Float32Array(count);
  let x = start;
  const base = area / density(x);
  limit[0] = x / base * range;
  width[0] = base / range;
  width[count - 1] = x / range;
  height[0] = 1;
  height[count - 1] = density(x);
  for (let i = count - 2; i >= 1; i--) {
    const outer = x;
    x = inverse(area / x + density(x));
    limit[i + 1] = x / outer * range;
    width[i] = x / range;
    height[i] = density(x);
  }
  return [sliceOf(limit), sliceOf(width), sliceOf(height)];
}

export function normalTable() {
  return tables(128, 3.442619855899, 9.91256303526217e-3, 2147483648, (x) => Math.exp(-0.5 * x * x), (y) => Math.sqrt(-2 * Math.log(y)));
}

export function exponentialTable() {
  return tables(256, 7.69711747013104972, 3.949659822581572e-3, 4294967296, (x) => Math.exp(-x), (y) => -Math.log(y));
}
