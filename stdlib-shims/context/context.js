export function isComparable(type) {
  return type.isComparable;
}
