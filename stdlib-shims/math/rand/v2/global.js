export function hostBelow(n) {
  return Math.floor(Math.random() * n);
}

export function hostFloat64() {
  return Math.random();
}
