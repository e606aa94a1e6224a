import { daysBefore } from "./time.js";

/**
 * Reads `2006-01-02T15:04:05`, up to nine digits of a fraction, and `Z` or an offset: seconds of UTC since year 1,
 * nanoseconds, the offset, and 1 for `Z`, 2 for an offset, 0 for what is written or out of range otherwise.
 */
export function readDateAndTime(s) {
  const digit = (i) => {
    const d = s.charCodeAt(i) - 48;
    return d >= 0 && d <= 9 ? d : NaN;
  };
  const pair = (i) => digit(i) * 10 + digit(i + 1);
  const is = (i, c) => s[i] === c;
  const other = [0, 0, 0, 0];
  if (!is(4, "-") || !is(7, "-") || !is(10, "T") || !is(13, ":") || !is(16, ":")) return other;
  const year = pair(0) * 100 + pair(2), month = pair(5), day = pair(8), hour = pair(11), minute = pair(14), second = pair(17);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60)) return other;
  const days = month === 12 ? 31 : daysBefore(year, month + 1) - daysBefore(year, month);
  if (day > days) return other;
  let end = 19, nsec = 0;
  if (is(end, ".")) {
    end++;
    for (let unit = 1e8; unit >= 1 && digit(end) >= 0; unit /= 10) nsec += digit(end++) * unit;
    if (end === 20) return other;
  }
  let offset = 0;
  const isUTC = is(end, "Z");
  if (isUTC) end++;
  else {
    const hours = pair(end + 1), minutes = pair(end + 4);
    if (!(is(end, "+") || is(end, "-")) || !is(end + 3, ":") || !(hours < 24 && minutes < 60)) return other;
    offset = (hours * 3600 + minutes * 60) * (is(end, "-") ? -1 : 1) + 0;
    end += 6;
  }
  if (end !== s.length) return other;
  return [(daysBefore(year, month) + day - 1) * 86400 + hour * 3600 + minute * 60 + second - offset, nsec, offset, isUTC ? 1 : 2];
}
