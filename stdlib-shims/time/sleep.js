import { sleep as sleepFor, setTimer, clearTimer, hideBuffer as hide } from "goes:runtime";

export function sleep(nanoseconds) {
  return nanoseconds <= 0 ? undefined : sleepFor(nanoseconds);
}

export function startTimer(nanoseconds, f) {
  return setTimer(Math.max(Number(nanoseconds), 0) / 1e6, f);
}

export function stopTimer(handle) {
  clearTimer(handle);
}

export function hideBuffer(c) {
  hide(c);
}
