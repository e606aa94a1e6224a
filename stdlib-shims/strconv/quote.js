export function isPlain(s) {
  return /^[ !#-[\]-~]*$/.test(s);
}

export function isPrint(r) {
  if (r < 0x7f) return r >= 0x20;
  return r <= 0x10ffff && /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(String.fromCodePoint(r));
}

export function isGraphic(r) {
  if (r < 0x7f) return r >= 0x20;
  return r <= 0x10ffff && /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(String.fromCodePoint(r));
}

/** Only ASCII: other characters must be checked, a bad byte becomes U+FFFD. */
export function plainLength(s) {
  const match = /^"[ !#-[\]-~]*"/.exec(s);
  return match === null ? 0 : match[0].length;
}

export function byteString(b) {
  return String.fromCharCode(b);
}
