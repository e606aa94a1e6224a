const units = {
  ns: 1n, us: 1000n, "\xc2\xb5s": 1000n, "\xce\xbcs": 1000n, ms: 1000000n, s: 1000000000n, m: 60000000000n, h: 3600000000000n,
};

const LIMIT = 1n << 63n;

/** As many digits count as fit 63 bits; the product is one of floating-point numbers. A fraction of a nanosecond is dropped. */
function fractionOf(digits, unit) {
  let value = 0n, scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (next >= LIMIT) break;
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

export function parseDuration(text) {
  const invalid = [0, 1, ""];
  const isNegative = text[0] === "-";
  let rest = isNegative || text[0] === "+" ? text.slice(1) : text;
  if (rest === "0") return [0, 0, ""];
  if (rest === "") return invalid;
  let total = 0n;
  while (rest !== "") {
    const [, whole, fraction, unit] = /^(\d*)(?:\.(\d*))?([^.\d]*)/.exec(rest);
    const length = /^\d*\.?\d*[^.\d]*/.exec(rest)[0].length;
    if (whole === "" && (fraction === undefined || fraction === "")) return invalid;
    if (unit === "") return [0, 2, ""];
    if (!Object.hasOwn(units, unit)) return [0, 3, unit];
    const scale = units[unit];
    total += BigInt(whole || "0") * scale;
    if (fraction) total += fractionOf(fraction, scale);
    if (total > LIMIT) return invalid;
    rest = rest.slice(length);
  }
  if (!isNegative && total === LIMIT) return invalid;
  const value = isNegative ? -total : total;
  return [value <= 9007199254740991n && value >= -9007199254740991n ? Number(value) : value, 0, ""];
}
