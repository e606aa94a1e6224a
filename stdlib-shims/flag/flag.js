import { Box, box, fromHost, typeOf, unwrap } from "goes:runtime";

const ARRAY = 17, POINTER = 22, STRUCT = 25;

function isAggregate(type) {
  return type.kind === STRUCT || type.kind === ARRAY;
}

export function zeroOf(v) {
  const type = typeOf(v);
  if (type.kind !== POINTER) return box(type, type.zero());
  const zero = type.elem.zero();
  return box(type, isAggregate(type.elem) ? zero : new Box(zero));
}

export function typeText(v) {
  const type = typeOf(v);
  return fromHost(type.kind === POINTER ? type.elem.text : type.text);
}

export function assign(pointer, v) {
  const { elem } = typeOf(pointer);
  let type = typeOf(v), value = unwrap(v);
  if (type !== elem && type.kind === POINTER) {
    type = type.elem;
    if (!isAggregate(type)) value = value.v;
  }
  if (type !== elem) return false;
  if (isAggregate(elem)) elem.assign(pointer, value);
  else unwrap(pointer).v = value;
  return true;
}
