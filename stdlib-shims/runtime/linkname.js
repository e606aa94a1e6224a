import { fatal, nanotime, walltime } from "goes:runtime";

export function random32() {
  return Math.floor(Math.random() * 4294967296);
}

export function random64() {
  return (BigInt(random32()) << 32n) | BigInt(random32());
}

export function monotonicTime() {
  return nanotime();
}

export function wallTime() {
  return walltime();
}

export function fatalError(text) {
  fatal(text);
}
