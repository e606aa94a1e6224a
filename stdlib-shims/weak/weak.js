const references = /* @__PURE__ */ new WeakMap();

/**
 * The one WeakRef of an object. Pointers to fields and elements are objects made anew for each use, which would be
 * gone at once: their references are weak in name only, since nothing tells how long the variable lives.
 */
export function makeReference(pointer) {
  let reference = references.get(pointer);
  if (reference === undefined) {
    reference = new WeakRef(pointer);
    references.set(pointer, reference);
  }
  return reference;
}

export function target(reference) {
  return reference.deref() ?? null;
}
