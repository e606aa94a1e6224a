export function anyOverlap(x, y) {
  return x.array === y.array && x.length > 0 && y.length > 0 && x.offset < y.offset + y.length && y.offset < x.offset + x.length;
}
