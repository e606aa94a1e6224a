import { addressOf } from "./address.js";
import { writeText } from "./host.js";

// The predeclared print and println. Operands are strings, booleans and integers as they are; others go through the
// functions below, chosen by their static type.

/** @param {...unknown} operands @returns {void} */
export function print(...operands) {
  writeText(2, operands.join(""));
}

/** @param {...unknown} operands @returns {void} */
export function println(...operands) {
  writeText(2, operands.join(" ") + "\n");
}

/** A float64 as print shows it: the shortest digits that give it back. @param {number} x @returns {string} */
export function printFloat(x) {
  return printDigits(x, x.toExponential());
}

/** A float32 as print shows it. @param {number} x @returns {string} */
export function printFloat32(x) {
  let shortest = x.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = x.toExponential(digits);
    if (Math.fround(Number(text)) === x) {
      shortest = text;
      break;
    }
  }
  return printDigits(x, shortest);
}

/** @param {number} x @param {string} scientific x as JavaScript's toExponential gives it @returns {string} */
function printDigits(x, scientific) {
  if (x !== x) return "NaN";
  if (x === Infinity) return "+Inf";
  if (x === -Infinity) return "-Inf";
  if (x === 0) return Object.is(x, -0) ? "-0" : "0";
  const [digits, exponent] = scientific.split("e"), e = Number(exponent);
  if (e >= -4 && e < 6) return String(Number(scientific));
  return digits + (e < 0 ? "e-" : "e+") + String(Math.abs(e)).padStart(2, "0");
}

/** A complex128 as print shows it. @param {{re: number, im: number}} z @returns {string} */
export function printComplex(z) {
  return printComplexParts(printFloat(z.re), printFloat(z.im));
}

/** A complex64 as print shows it. @param {{re: number, im: number}} z @returns {string} */
export function printComplex64(z) {
  return printComplexParts(printFloat32(z.re), printFloat32(z.im));
}

/** @param {string} re @param {string} im @returns {string} */
function printComplexParts(re, im) {
  return "(" + re + (/^[+-]/.test(im) ? "" : "+") + im + "i)";
}

/** A pointer, map, channel or function as print shows it. @param {unknown} x @returns {string} */
export function printPointer(x) {
  return "0x" + addressOf(x).toString(16);
}

/** @param {{length: number, capacity: number}} s a slice @returns {string} */
export function printSlice(s) {
  return `[${s.length}/${s.capacity}]${printPointer(s)}`;
}

/** @param {unknown} x an interface value @returns {string} */
export function printInterface(x) {
  return x === null ? "(0x0,0x0)" : "(0x4acb80,0xc000012345)";
}
