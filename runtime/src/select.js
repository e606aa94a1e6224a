import { addCase, canReceive, canSend, Case, Chan, receivedValue, tryReceive, trySend } from "./chan.js";
import { currentGoroutine, park, parked } from "./goroutine.js";

/** A case of a select: [channel] receives, [channel, value] sends. @typedef {[Chan | null] | [Chan | null, any]} SelectCase */

/**
 * Go's select. spec: "If one or more of the communications can proceed, a single one that can proceed is chosen via a
 * uniform pseudo-random selection."
 * @param {SelectCase[]} cases @param {boolean} hasDefault
 * @returns {[number, any, boolean] | typeof parked} the case (−1 for default), the value received, whether there was one
 */
export function select(cases, hasDefault) {
  let chosen = -1, possible = 0;
  for (let i = 0; i < cases.length; i++) {
    const c = cases[i], ch = c[0];
    if (ch !== null && (c.length === 2 ? canSend(ch) : canReceive(ch)) && (++possible === 1 || Math.random() * possible < 1)) chosen = i;
  }
  if (chosen >= 0) return proceed(cases[chosen], chosen);
  if (hasDefault) return [-1, undefined, false];
  if (cases.length === 0) return park("select (no cases)");
  /** @type {Case[]} */
  const waiters = [];
  for (let i = 0; i < cases.length; i++) {
    const c = cases[i], ch = c[0];
    if (ch === null) continue;
    const w = new Case(currentGoroutine(), ch, c.length === 2, c[1], waiters, i);
    waiters.push(w);
    addCase(w);
  }
  return park("select");
}

/** @param {SelectCase} c a case that can proceed @param {number} place @returns {[number, any, boolean]} */
function proceed(c, place) {
  const ch = /** @type {Chan} */ (c[0]);
  if (c.length === 2) {
    trySend(ch, c[1]);
    return [place, undefined, false];
  }
  const ok = tryReceive(ch) === true;
  return [place, receivedValue(), ok];
}
