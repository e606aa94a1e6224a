import { implementsType } from "goes:runtime";

/** What is thrown where Go's own code is to do the work. */
export const giveUp = new Error("encoding/json: left to Go's own code");

export const BOOL = 1, INT = 2, UINT = 7, UINT8 = 8, UINT64 = 11, UINTPTR = 12, FLOAT64 = 14, INTERFACE = 20, MAP = 21, POINTER = 22, SLICE = 23,
  STRING = 24, STRUCT = 25, ARRAY = 17;

/** Whether a type has JSON of its own making. */
export function isSpecial(type, interfaces) {
  return type.text === "json.Number" || interfaces.some((it) => implementsType(type, it) || (type.kind !== INTERFACE && implementsType(type.pointerTo, it)));
}

/** The part of a struct tag under the key json; undefined without one. */
function jsonTag(tag) {
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
