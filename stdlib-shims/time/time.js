import { walltime as hostWalltime, nanotime as hostNanotime, bubbleTime } from "goes:runtime";

export function dayNumber(seconds) {
  return Math.floor(Number(seconds) / 86400);
}

export function secondOfDay(seconds) {
  const s = Number(seconds);
  return s - Math.floor(s / 86400) * 86400;
}

/**
 * The proleptic Gregorian calendar repeats after 400 years of 146,097 days. Years that begin in March have their leap
 * day at the end, and then five months always have 153 days.
 */
export function dateOf(days) {
  const shifted = days + 306;
  const era = Math.floor(shifted / 146097);
  const day = shifted - era * 146097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const isNextYear = month >= 10;
  return [era * 400 + year + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, dayOfYear - Math.floor((153 * month + 2) / 5) + 1];
}

export function daysBefore(year, month) {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) - 306;
}

export function remainder(sec, nsec, d) {
  const divisor = BigInt(d);
  const rest = (BigInt(sec) * 1000000000n + BigInt(nsec)) % divisor;
  const positive = rest < 0n ? rest + divisor : rest;
  return positive <= 9007199254740991n ? Number(positive) : positive;
}

/** In a bubble it is midnight UTC 2000-01-01 to begin with. */
export function walltime() {
  const elapsed = bubbleTime();
  return elapsed < 0 ? hostWalltime() : [946684800 + Math.floor(elapsed / 1e9), elapsed % 1e9];
}

export function nanotime() {
  const elapsed = bubbleTime();
  return elapsed < 0 ? hostNanotime() : elapsed + 1;
}

export function decimal(n) {
  return "" + n;
}
