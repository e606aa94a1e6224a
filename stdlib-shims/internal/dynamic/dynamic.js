import { addressOf, elementAt, Slice, nilSlice, nilMap, typeOf as dynamicType, box, implementsType as typeImplements } from "goes:runtime";

const ARRAY = 17, CHAN = 18, INTERFACE = 20, STRING = 24, STRUCT = 25;

export function typeOf(x) {
  return x === null ? null : dynamicType(x);
}

/** The bare value in an interface value: what stands in a box, the object itself for a pointer to a struct. */
export function valueOf(x) {
  return x !== null && typeof x === "object" && "$value" in x ? x.$value : x;
}

export function boxed(type, value) {
  return type.kind === INTERFACE ? value : box(type, value);
}

export function same(value) {
  return value;
}

/** uint64 is a bigint, the other unsigned kinds are mixed or numbers: all become mixed. */
export function asUint(value) {
  return typeof value === "bigint" && value <= 9007199254740991n ? Number(value) : value;
}

export function kind(type) {
  return type.kind;
}

export function text(type) {
  return type.text;
}

export function name(type) {
  return type.name ?? "";
}

export function pkgPath(type) {
  return type.pkg ?? "";
}

export function elem(type) {
  return type.elem;
}

export function key(type) {
  return type.key;
}

export function len(type, value) {
  switch (type.kind) {
    case ARRAY:
      return type.len;
    case STRING:
      return value.length;
    case CHAN:
      return value === null ? 0 : value.length;
    default:
      return value.size ?? value.length;
  }
}

export function index(type, value, i) {
  return type.kind === ARRAY ? elementAt(type.elem, value, i) : elementAt(type.elem, value.array, value.offset + i);
}

export function numField(type) {
  return type.fields.length;
}

export function fieldName(type, i) {
  return type.fields[i].name;
}

export function fieldType(type, i) {
  return type.fields[i].type;
}

export function fieldExported(type, i) {
  return type.fields[i].exported;
}

export function field(type, value, i) {
  return value[type.fields[i].jsName];
}

export function mapEntries(value) {
  const keys = [], elems = [];
  for (const [key, elem] of value) {
    keys.push(key);
    elems.push(elem);
  }
  return [sliceOf(keys), sliceOf(elems)];
}

function sliceOf(array) {
  return new Slice(array, 0, array.length, array.length);
}

export function isNil(value) {
  return value === null || value === nilSlice || value === nilMap;
}

/** A pointer to a struct or array is the struct or array. */
function pointsToAggregate(type) {
  const { kind } = type.elem;
  return kind === STRUCT || kind === ARRAY;
}

export function load(type, pointer) {
  return pointsToAggregate(type) ? pointer : pointer.v;
}

export function store(type, pointer, value) {
  if (pointsToAggregate(type)) type.elem.assign(pointer, value);
  else pointer.v = value;
}

export function address(value) {
  return addressOf(value);
}

export function implementsType(type, iface) {
  return typeImplements(type, iface);
}

export function isReflectValue(type) {
  return type.pkg === "reflect" && type.name === "Value";
}
