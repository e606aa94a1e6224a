import { currentGoroutine, park, ready, fatal as fatalError } from "goes:runtime";

export function newList() {
  return [];
}

export function waiting(list) {
  return list.length;
}

export function wait(list, reason) {
  list.push(currentGoroutine());
  return park(reason);
}

export function wake(list) {
  const goroutine = list.shift();
  if (goroutine === undefined) return false;
  ready(goroutine);
  return true;
}

export function fatal(text) {
  fatalError(text);
}
