import { copySlice, isOwned, nilMap, nilSlice, pointerToElement, pointerWith, Slice, typed, untyped } from "goes:runtime";
import { makeMapOf, newVariable } from "./raw.js";

export function newOf({ t }) {
  return untyped(newVariable(t), t);
}

export function newArrayOf({ t }, n) {
  return untyped(pointerToElement(t, t.elements.make(n), 0), t);
}

/** The value of a variable, for another to keep. */
function valueAt(type, pointer) {
  const variable = typed(pointer, type);
  return isOwned(type) ? type.clone(variable) : variable.v;
}

export function move({ t }, dst, src) {
  const variable = typed(dst, t), source = typed(src, t);
  if (isOwned(t)) t.assign(variable, source);
  else variable.v = source.v;
}

export function copyHeaders({ t }, dst, src) {
  // The callers have headers of their own, whose fields are in this order.
  const [to, from] = [dst, src].map((header) => {
    const [data, length, capacity] = Object.values(header);
    return data === null ? nilSlice : new Slice(data.object, Number(data.key), length, capacity);
  });
  return copySlice(t.elements, to, from);
}

export function mapOfSize({ t }) {
  return makeMapOf(t);
}

export function assignIn({ t }, map, key, elem) {
  (map ?? nilMap).set(valueAt(t.key, key), valueAt(t.elem, elem));
}

export function accessIn({ t }, map, key) {
  const value = map?.get(valueAt(t.key, key));
  return value === undefined ? null : pointerWith(t.elem, value);
}

const iterations = /* @__PURE__ */ new WeakMap();

export function beginIteration({ t }, map, it) {
  iterations.set(it, { t, entries: (map ?? nilMap)[Symbol.iterator]() });
  nextIteration(it);
}

export function nextIteration(it) {
  const { t, entries } = iterations.get(it), { value, done } = entries.next();
  it.key = done ? null : pointerWith(t.key, value[0]);
  it.value = done ? null : pointerWith(t.elem, value[1]);
}

export function storeInterface({ t }, value, dst) {
  typed(dst, t).v = value;
}
