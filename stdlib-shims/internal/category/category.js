/** For each text of categories a pattern, and what is known already of the characters below 0x10000: 1 is no, 2 yes. */
const known = /* @__PURE__ */ new Map();

export function is(categories, r) {
  let entry = known.get(categories);
  if (entry === undefined) {
    entry = { pattern: new RegExp(`^[${categories}]$`, "u"), answers: new Uint8Array(0x10000) };
    known.set(categories, entry);
  }
  const { pattern, answers } = entry;
  if (!(r >= 0 && r < 0x10000)) return r > 0 && r <= 0x10ffff && ask(pattern, r);
  if (answers[r] === 0) answers[r] = ask(pattern, r) ? 2 : 1;
  return answers[r] === 2;
}

function ask(pattern, r) {
  return pattern.test(String.fromCodePoint(r)) && !isNewer(r);
}

/**
 * The characters that Unicode has had since 15.0, the edition of Go's tables: each word is the distance from the end of
 * the one before it, and a length unless that is 1, in base 36.
 */
const NEWER =
  "1ov 7 qs 3j 2r6.f 2.c 2q.2 1b 7d.2 ty o5.3 1gs v9.4 dg.2 9 na3.5 2 1 5.3 k gk1.g cd.2 1i.7 1kh.1g ng.q rq.12 3.t 8.2 8i.6 8.9 x.3 " +
  "w3.a 1 2 1.12 1.a 1 2 1.4 1.a 1.2 8.2 kt.k vw.8 2g.y e.a c6.18 4.a a8 45h.32z 5qd.1m 2di.1m 86.p 2.p 7y.5 4qp.8 zj 9.m 2p.37 " +
  "c99.71 3.c4 6.n f.h 4in.17 4 5c.v 1.m 8.2 34o 4e.4 8n.a 4.2 e.9 aj.4 1d.2 3.2 1a 7 1 4 e 2 9.2 4 63.11 a 10zj.6 4ma.c 5s2.ha " +
  "aj6.3be";

/** Where the ranges of NEWER begin and end. */
let newer = null;

/** The host may know a later edition of Unicode than Go does. */
function isNewer(r) {
  if (r < 0x88f) return false;
  if (newer === null) {
    let at = 0;
    newer = NEWER.split(" ").flatMap((word) => {
      const [distance, length] = word.split("."), start = at + parseInt(distance, 36);
      return [start, at = start + parseInt(length ?? "1", 36)];
    });
  }
  return newer.findLastIndex((bound) => bound <= r) % 2 === 0;
}
