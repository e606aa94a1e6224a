// Functions in JavaScript know nothing of the code that they share with others. Where a program asks, their text begins
// with it, as a directive.

/**
 * @typedef {{ name: string, file: string, line: number, fn: Function }} Code
 */

/** The code by what the text says of it. @type {Map<string, Code>} */
const codes = /* @__PURE__ */ new Map();

/** For functions that do nothing but call another: that. @type {WeakMap<Function, Function>} */
const called = /* @__PURE__ */ new WeakMap();

/** Notes that a function has the code of another. @template {Function} F @param {F} fn @param {Function} other @returns {F} */
export function withCodeOf(fn, other) {
  called.set(fn, other);
  return fn;
}

/** The code of a function, if its text tells. @param {Function} fn @returns {Code | undefined} */
export function codeOf(fn) {
  for (let inner = called.get(fn); inner !== undefined; inner = called.get(fn)) fn = inner;
  const text = Function.prototype.toString.call(fn), start = text.indexOf("{") + 1;
  const found = /^\s*("go: ([^"]*) ([^" ]*):(\d+)")/.exec(text.slice(start, start + 1000));
  if (found === null) return undefined;
  let code = codes.get(found[1]);
  if (code === undefined) {
    const [name, file] = JSON.parse(`["${found[2]}", "${found[3]}"]`);
    code = { name, file, line: Number(found[4]), fn };
    codes.set(found[1], code);
  }
  return code;
}
