import { currentGoroutine, park, Queue, ready, takeWaiter, fatal as fatalError } from "goes:runtime";

export function newList() {
  return new Queue();
}

export function waiting(list) {
  return list.size;
}

export function wait(list, reason) {
  list.push(currentGoroutine());
  return park(reason);
}

/** Where no goroutine runs, nobody can unlock it. */
export function waitForLock(list, reason) {
  if (currentGoroutine() === null) fatalError("all goroutines are asleep - deadlock!");
  return wait(list, reason);
}

export function wake(list) {
  const goroutine = takeWaiter(list);
  if (goroutine === undefined) return false;
  ready(goroutine);
  return true;
}

export function fatal(text) {
  fatalError(text);
}
