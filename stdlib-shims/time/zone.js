import { fromHost, toHost } from "goes:runtime";

/** Formatters by zone and what they show: making one takes long. */
const formatters = /* @__PURE__ */ new Map();

function formatter(tz, locale, options) {
  const key = `${tz} ${locale} ${options.timeZoneName}`;
  let found = formatters.get(key);
  if (found === undefined) {
    const timeZone = tz === ":local" ? undefined : toHost(tz);
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    formatters.set(key, found);
  }
  return found;
}

export function isZone(tz) {
  try {
    formatter(tz, "en-US", clock);
    return true;
  } catch {
    return false;
  }
}

const clock = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23", era: "short" };

/** In seconds: what JavaScript's dates hold, less some days so that local times are dates as well. */
const LIMIT = 8.639e12;

function withinDates(unix) {
  return Math.max(-LIMIT, Math.min(LIMIT, Number(unix)));
}

/** Seconds east of UTC. */
function offsetAt(tz, unix) {
  const seconds = withinDates(unix);
  if (tz === ":local") {
    const date = new Date(seconds * 1000);
    return -Math.round(date.getTimezoneOffset() * 60) + 0;
  }
  const parts = {};
  for (const { type, value } of formatter(tz, "en-US", clock).formatToParts(new Date(seconds * 1000))) parts[type] = value;
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
  const shown = new Date(0);
  shown.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  shown.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return shown.getTime() / 1000 - Math.floor(seconds);
}

/** The languages whose formatters have abbreviations differ by region; where none has, Go shows the offset. */
const locales = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA", "en-NZ"];

/** From here on formatters know abbreviations: a winter and a summer whose names serve all times before. */
const named = [1985, 1986].map((year, i) => Date.UTC(year, 6 * i, 15) / 1000);

/**
 * What formatters do not know or call otherwise than the zone database: zones with their abbreviations, standard and
 * daylight saving time. Without any, the database has only the offset.
 */
const exceptions = `America/Adak HST HDT;America/Dawson,America/Whitehorse,America/Hermosillo,America/Mazatlan MST;America/Havana CST CDT;\
America/St_Johns NST NDT;Asia/Hong_Kong HKT HKST;Asia/Jakarta,Asia/Pontianak WIB;Asia/Jayapura WIT;Asia/Makassar WITA;Asia/Jerusalem IST IDT;\
Asia/Karachi PKT PKST;Asia/Macau,Asia/Shanghai,Asia/Taipei CST CDT;Asia/Manila PST PDT;Asia/Pyongyang,Asia/Seoul KST KDT;Asia/Tokyo JST JDT;\
Europe/Dublin GMT IST;Europe/Guernsey,Europe/Isle_of_Man,Europe/Jersey GMT BST;Europe/Kirov,Europe/Moscow,Europe/Simferopol,Europe/Volgograd \
MSK MSD;Pacific/Guam,Pacific/Saipan ChST;Pacific/Midway,Pacific/Pago_Pago SST;Antarctica/Casey,Antarctica/Troll,Asia/Colombo,Asia/Dubai,\
Asia/Muscat,Australia/Lord_Howe,Australia/Eucla,Pacific/Chatham `;

/** Abbreviations by zone. */
let exceptionsByZone = null;

function exceptionsOf(tz) {
  if (exceptionsByZone === null) {
    exceptionsByZone = new Map();
    for (const entry of exceptions.split(";")) {
      const [zones, ...names] = entry.split(" ");
      for (const zone of zones.split(",")) exceptionsByZone.set(zone, names);
    }
  }
  return exceptionsByZone.get(tz === ":local" ? Intl.DateTimeFormat().resolvedOptions().timeZone : tz);
}

function nameAt(tz, unix, offset) {
  // Clocks went by the sun before there were zones.
  if (offset % 60 !== 0) return "LMT";
  const names = exceptionsOf(tz);
  if (names !== undefined) return names[isDST(tz, unix) ? 1 : 0] || offsetName(offset);
  const known = Number(unix) < named[0] ? named.find((time) => offsetAt(tz, time) === offset) ?? unix : unix;
  const date = new Date(withinDates(known) * 1000);
  for (const locale of locales) {
    const parts = formatter(tz, locale, { timeZoneName: "short" }).formatToParts(date);
    const { value } = parts.find(({ type }) => type === "timeZoneName");
    if (value === "GMT" && /^(Etc\/)?UTC$|:local/.test(tz)) return "UTC";
    if (!/[+\-\u2212]/.test(value)) return fromHost(value);
  }
  return offsetName(offset);
}

function offsetName(offset) {
  const minutes = Math.abs(Math.trunc(offset / 60));
  const two = (n) => String(n).padStart(2, "0");
  const rest = minutes % 60;
  return (offset < 0 ? "-" : "+") + two(Math.floor(minutes / 60)) + (rest === 0 ? "" : two(rest));
}

export function zoneAt(tz, unix) {
  const offset = offsetAt(tz, unix);
  if (offset === 0 && tz === ":local" && Intl.DateTimeFormat().resolvedOptions().timeZone === "UTC") return ["UTC", 0];
  return [nameAt(tz, unix, offset), offset];
}

/** Daylight saving time is what is ahead of the standard offset, the least one of the months around. */
export function isDST(tz, unix) {
  const here = offsetAt(tz, unix);
  // Date.UTC takes years below 100 for those of the last century.
  const year = Math.max(100, Math.min(275000, new Date(withinDates(unix) * 1000).getUTCFullYear()));
  let least = here;
  for (let month = 0; month < 12; month += 3) least = Math.min(least, offsetAt(tz, Date.UTC(year, month, 15) / 1000));
  return here > least;
}

/** The zone database lists changes up to 2037. Those after the last Go takes from a rule, year by year, each of 365 days. */
const LAST_LISTED_CHANGE = Date.UTC(2037, 6) / 1000;

const WEEK = 604800, TWO_YEARS = 106;

/** There were no zones before the first; after the other a zone changes by its rule each year, or never. */
const [FIRST_CHANGE, LAST_SINGLE_CHANGE] = [Date.UTC(1800, 0), Date.UTC(2100, 0)].map((time) => time / 1000);

export function zoneBounds(tz, unix) {
  let from = nextChange(tz, Number(unix), -WEEK), to = nextChange(tz, Number(unix), WEEK);
  if (from >= LAST_LISTED_CHANGE && to !== undefined) {
    const year = Date.UTC(new Date(Number(unix) * 1000).getUTCFullYear(), 0) / 1000;
    from = Math.max(from, year);
    to = Math.min(to, year + 365 * 86400);
  }
  return [from ?? 0, from !== undefined, to ?? 0, to !== undefined];
}

/** When the offset changes next, going by steps: the first second of the later zone. */
function nextChange(tz, unix, step) {
  let near = Math.max(FIRST_CHANGE, withinDates(unix));
  const here = offsetAt(tz, near);
  for (let i = 0; near >= FIRST_CHANGE && i < 8000; i++) {
    if (i > TWO_YEARS && near > LAST_SINGLE_CHANGE) {
      if (step > 0) return undefined;
      near = LAST_SINGLE_CHANGE;
    }
    let far = near + step;
    if (offsetAt(tz, far) !== here) {
      while (Math.abs(far - near) > 1) {
        const middle = Math.floor((near + far) / 2);
        if (offsetAt(tz, middle) === here) near = middle;
        else far = middle;
      }
      return Math.max(near, far);
    }
    near = far;
  }
  return undefined;
}
