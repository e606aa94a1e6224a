export function isPlain(s) {
  return /^[ !#-[\]-~]*$/.test(s);
}

/** Only ASCII: other characters must be checked, a bad byte becomes U+FFFD. */
export function plainLength(s) {
  const match = /^"[ !#-[\]-~]*"/.exec(s);
  return match === null ? 0 : match[0].length;
}

export function byteString(b) {
  return String.fromCharCode(b);
}
