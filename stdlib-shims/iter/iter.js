import { countGoroutines as addGoroutines, currentGoroutine, goexit as exitGoroutine, park, ready } from "goes:runtime";

export function current() {
  return currentGoroutine();
}

export function countGoroutines(n) {
  addGoroutines(n);
}

export function suspend() {
  return park("coroutine");
}

export function resume(goroutine) {
  ready(goroutine);
}

export function goexit() {
  exitGoroutine();
}
