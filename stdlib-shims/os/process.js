import { exit as hostExit, hostArgs, fromHost, nodeModule, panic, Slice } from "goes:runtime";

export function args() {
  const list = hostArgs().map(fromHost);
  return new Slice(list, 0, list.length, list.length);
}

/** Called instead of exit(0), if it is set. */
let atExit0 = null;

export function exit(code) {
  if (code === 0) atExit0?.();
  hostExit(Number(code) & 255);
}

/** While tests run: one that ends the program with 0 would pass for all that come later. */
export function panicOnExit0(isSet) {
  atExit0 = isSet ? () => panic("unexpected call to os.Exit(0) during test") : null;
}

export function hostname() {
  return fromHost(nodeModule("os")?.hostname() ?? globalThis.location?.hostname ?? "js");
}

export function executable() {
  return fromHost(globalThis.process?.argv?.[1] ?? "");
}
