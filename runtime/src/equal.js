import { Value } from "./interface.js";

/** spec: "Two interface values are equal if they have identical dynamic types and equal dynamic values or if both have
 * value nil … this comparison causes a run-time panic if the type is not comparable."
 * @param {any} a @param {any} b @returns {boolean} */
export function equal(a, b) {
  if (!(a instanceof Value && b instanceof Value)) return a === b;
  const type = a.$type;
  return type === b.$type && type.equal(a.$value, b.$value);
}
