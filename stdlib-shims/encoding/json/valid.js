/** Bytes that stand for themselves in a string: neither controls nor quotes nor backslashes. */
const plain = Uint8Array.from({ length: 256 }, (_, c) => c >= 32 && c !== 34 && c !== 92 ? 1 : 0);

/** The bytes of the text that is looked at, and where it ends. */
let bytes = new Uint8Array(0), end = 0;

/** Whether bytes are JSON. Strings need not be UTF-8. */
export function isValid(data) {
  bytes = data.array;
  end = data.offset + data.length;
  try {
    return data.length > 0 && isText(data.offset);
  } finally {
    bytes = plain;
  }
}

/** Whether one value stands from an index to the end. */
function isText(start) {
  /** The closing brackets to come. */
  const open = [];
  let i = space(start);
  for (;;) {
    const c = i < end ? bytes[i] : 0;
    if (c === 123 || c === 91) {
      // encoding/json nests values at most 10000 deep.
      if (open.push(c + 2) > 10000) return false;
      i = space(i + 1);
      if (i >= end || bytes[i] !== c + 2) {
        if (c === 123) i = key(i);
        if (i < 0) return false;
        continue;
      }
    } else {
      i = c === 34 ? string(i) : scalar(i, c);
      if (i < 0) return false;
      i = space(i);
    }
    // What follows a value: brackets that close, then a comma.
    while (open.length > 0 && i < end && bytes[i] === open[open.length - 1]) {
      open.pop();
      i = space(i + 1);
    }
    if (open.length === 0) return i === end;
    if (i >= end || bytes[i] !== 44) return false;
    i = space(i + 1);
    if (open[open.length - 1] === 125) i = key(i);
    if (i < 0) return false;
  }
}

/** The index of the first byte that is no white space. */
function space(i) {
  while (i < end && (bytes[i] === 32 || bytes[i] === 10 || bytes[i] === 13 || bytes[i] === 9)) i++;
  return i;
}

/** The index after a key, its colon and space; −1 if there is none, as with all that follow. */
function key(i) {
  i = string(i);
  if (i < 0) return -1;
  i = space(i);
  return i < end && bytes[i] === 58 ? space(i + 1) : -1;
}

function string(i) {
  if (i >= end || bytes[i] !== 34) return -1;
  for (i++; i < end; i++) {
    const c = bytes[i];
    if (plain[c] === 1) continue;
    if (c === 34) return i + 1;
    if (c !== 92 || ++i >= end) return -1;
    if (bytes[i] === 117) {
      for (let n = 0; n < 4; n++) if (++i >= end || !isHex(bytes[i])) return -1;
    } else if (!escapes.has(bytes[i])) return -1;
  }
  return -1;
}

/** What stands behind a backslash, and what it stands for. */
export const escapes = new Map([[34, "\""], [92, "\\"], [47, "/"], [98, "\b"], [102, "\f"], [110, "\n"], [114, "\r"], [116, "\t"]]);

function isHex(c) {
  return (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 102);
}

/** After a number or a word that begins with c. */
function scalar(i, c) {
  if (c === 45 || (c >= 48 && c <= 57)) return number(i, c);
  return c === 116 ? word(i, "true") : c === 102 ? word(i, "false") : c === 110 ? word(i, "null") : -1;
}

function word(i, letters) {
  if (i + letters.length > end) return -1;
  for (let n = 0; n < letters.length; n++) if (bytes[i + n] !== letters.charCodeAt(n)) return -1;
  return i + letters.length;
}

function number(i, c) {
  if (c === 45) i++;
  const first = i;
  i = digits(i);
  if (i < 0 || (bytes[first] === 48 && i > first + 1)) return -1;
  if (i < end && bytes[i] === 46 && (i = digits(i + 1)) < 0) return -1;
  if (i < end && (bytes[i] | 32) === 101) {
    i++;
    if (i < end && (bytes[i] === 43 || bytes[i] === 45)) i++;
    i = digits(i);
  }
  return i;
}

function digits(i) {
  const start = i;
  while (i < end && bytes[i] >= 48 && bytes[i] <= 57) i++;
  return i > start ? i : -1;
}
