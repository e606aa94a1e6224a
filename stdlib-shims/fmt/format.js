export function digits(value, base) {
  return value.toString(base);
}

export function digitsOf64(value, base) {
  return BigInt.asUintN(64, BigInt(value)).toString(base);
}

export function upper(s) {
  return s.toUpperCase();
}

export function repeat(s, n) {
  return s.repeat(n);
}

/** Characters in a byte string: every byte but those that continue a character counts, bad bytes count one each. */
export function runeCount(s) {
  if (/^[\0-\x7f]*$/.test(s)) return s.length;
  return s.replace(
    /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g,
    " ",
  ).length;
}

export function hexBytes(s, between) {
  let text = "";
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    text += (i > 0 ? between : "") + (code < 16 ? "0" : "") + code.toString(16);
  }
  return text;
}
