import { exit as hostExit, hostArgs, fromHost, nodeModule, Slice } from "goes:runtime";

export function args() {
  const list = hostArgs().map(fromHost);
  return new Slice(list, 0, list.length, list.length);
}

export function exit(code) {
  hostExit(Number(code) & 255);
}

export function hostname() {
  return fromHost(nodeModule("os")?.hostname() ?? globalThis.location?.hostname ?? "js");
}

export function executable() {
  return fromHost(globalThis.process?.argv?.[1] ?? "");
}
