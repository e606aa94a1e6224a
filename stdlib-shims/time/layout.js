export function padded(n, width, fill) {
  const text = "" + (n < 0 ? -n : n), long = text.length < width ? text.padStart(width, fill) : text;
  return n < 0 ? "-" + long : long;
}

export function dateAndTime(year, month, day, second, nsec) {
  const hour = second / 3600 | 0, minute = second % 3600 / 60 | 0;
  const text = padded(year, 4, "0") + two("-", month) + two("-", day) + two("T", hour) + two(":", minute) + two(":", second % 60);
  if (nsec === 0) return text;
  let digits = 9;
  for (; nsec % 10 === 0; nsec /= 10) digits--;
  return text + "." + padded(nsec, digits, "0");
}

function two(before, n) {
  return before + (n < 10 ? "0" : "") + n;
}
