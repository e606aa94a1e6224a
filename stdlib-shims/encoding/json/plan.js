import { grownCapacity, implementsType } from "goes:runtime";

/** What is thrown where Go's own code is to do the work. */
export const giveUp = new Error("encoding/json: left to Go's own code");

export const BOOL = 1, INT = 2, UINT = 7, UINT8 = 8, UINT64 = 11, UINTPTR = 12, FLOAT64 = 14, INTERFACE = 20, MAP = 21, POINTER = 22, SLICE = 23,
  STRING = 24, STRUCT = 25, ARRAY = 17;

/** Whether a type has JSON of its own making. Only what has a name has methods, and what points to or embeds it. */
export function isSpecial(type, interfaces) {
  const { kind } = type;
  if (type.pkg === "" && kind !== STRUCT && kind !== POINTER && kind !== INTERFACE) return false;
  const owners = kind === INTERFACE || kind === POINTER ? [type] : [type, type.pointerTo];
  return type.text === "json.Number" || interfaces.some((it) => owners.some((owner) => implementsType(owner, it)));
}

/** The part of a struct tag under the key json; undefined without one. */
function jsonTag(tag) {
  // Most tags are this one alone.
  const end = tag.startsWith('json:"') ? tag.indexOf('"', 6) : 0;
  if (end === tag.length - 1 && !tag.includes("\\")) return tag.slice(6, end);
  const pairs = /\s*([^\s":]+):"((?:[^"\\]|\\.)*)"/y;
  for (let pair = pairs.exec(tag); pair !== null; pair = pairs.exec(tag)) if (pair[1] === "json") return pair[2];
  return undefined;
}

/** The fields of a struct type that take part: name in JSON, property, type, whether it is left out when empty. */
export function fieldsOf(type) {
  const fields = [], names = new Set();
  for (const field of type.fields) {
    if (field.embedded) throw giveUp;
    if (!field.exported) continue;
    const tag = jsonTag(field.tag) ?? "";
    if (tag === "-") continue;
    const [wanted, ...options] = tag.split(",");
    const name = wanted === "" ? field.name : wanted;
    const isKnown = options.every((option) => option === "" || option === "omitempty");
    if (!isKnown || names.has(name) || !/^[\w !#$%()*+\-./:;=?@[\]^{|}~]+$/.test(name)) throw giveUp;
    names.add(name);
    fields.push({ name, property: field.jsName, type: field.type, omitsEmpty: options.includes("omitempty") });
  }
  return fields;
}

/** The types of the interfaces that special types have, and the boxes of map[string]any, []any and float64: what
 * Go's side has told. */
export const boxes = { interfaces: [], ObjectBox: null, ArrayBox: null, NumberBox: null };

/** The fields of a struct type for reading, in a ring: each knows the next one, which is the likely one. `howOf` gives
 * how the values of a type are read. */
export function fieldsByName(type, howOf) {
  const byName = new Map(), byLowerName = new Map(), fields = [];
  for (const { name, property, type: fieldType } of fieldsOf(type)) {
    const { kind } = fieldType;
    const field = { name, property, how: howOf(fieldType), isScalar: kind <= FLOAT64 || kind === STRING, next: null };
    fields.push(field);
    byName.set(name, field);
    if (!byLowerName.has(name.toLowerCase())) byLowerName.set(name.toLowerCase(), field);
  }
  for (let i = 0; i < fields.length; i++) fields[i].next = fields[(i + 1) % fields.length];
  return { first: fields[0] ?? null, byName, byLowerName };
}

/** spec of encoding/json: "preferring an exact match but also accepting a case-insensitive match". */
export function lower(key) {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) > 127) throw giveUp;
  return key.toLowerCase();
}

/** The least and the largest number of an integer kind, exactly and as JavaScript's number. */
export function integerBounds(kind) {
  const isSigned = kind < UINT, size = [64, 8, 16, 32, 64, 64, 8, 16, 32, 64, 64][kind - INT];
  const low = isSigned ? -(2n ** BigInt(size - 1)) : 0n, high = (isSigned ? -low : 2n ** BigInt(size)) - 1n;
  return { low, high, least: Number(low), most: Number(high) };
}

/** The capacities that slices of a kind have while elements are appended to them one by one. */
const capacities = new Map();

/** The capacity of a slice to which so many elements have been appended. */
export function capacityOf(kind, length) {
  let steps = capacities.get(kind);
  if (steps === undefined) capacities.set(kind, steps = [0]);
  let i = 0;
  while (steps[i] < length) if (++i === steps.length) steps.push(grownCapacity(kind, steps[i - 1] + 1, steps[i - 1]));
  return steps[i];
}
