import { PlacePointer } from "goes:runtime";

/** The references that there are, by object, and by place in it where they are to fields and elements. */
const references = /* @__PURE__ */ new WeakMap(), placeReferences = /* @__PURE__ */ new WeakMap();

/** A reference to a field or an element lives as long as what that is part of: pointers there are made anew for each use. */
class PlaceReference {
  constructor(pointer) {
    this.object = new WeakRef(pointer.object);
    this.key = pointer.key;
    this.type = pointer.constructor;
  }

  deref() {
    const object = this.object.deref();
    return object === undefined ? undefined : new this.type(object, this.key);
  }
}

/** The one reference of what a pointer leads to. */
export function makeReference(pointer) {
  if (pointer instanceof PlacePointer) {
    const places = entry(placeReferences, pointer.object, () => new Map());
    return entry(places, pointer.key, () => new PlaceReference(pointer));
  }
  return entry(references, pointer, () => new WeakRef(pointer));
}

function entry(map, key, make) {
  let found = map.get(key);
  if (found === undefined) map.set(key, found = make());
  return found;
}

export function target(reference) {
  return reference.deref() ?? null;
}
