import { fromHost, toHost, Slice, nilSlice } from "goes:runtime";
import { attempt, errnoOf, nodeFs } from "./errno.js";

export function readDir(name) {
  try {
    const entries = nodeFs().readdirSync(toHost(name), { withFileTypes: true });
    const list = entries.map((entry) => [fromHost(entry.name), modeOf(entry)]).sort(([a], [b]) => (a < b ? -1 : 1));
    const names = list.map(([name]) => name), modes = Uint32Array.from(list, ([, mode]) => mode);
    return [new Slice(names, 0, names.length, names.length), new Slice(modes, 0, modes.length, modes.length), 0];
  } catch (e) {
    return [nilSlice, nilSlice, errnoOf(e)];
  }
}

function modeOf(entry) {
  if (entry.isDirectory()) return 0o040000;
  if (entry.isSymbolicLink()) return 0o120000;
  if (entry.isCharacterDevice()) return 0o020000;
  if (entry.isBlockDevice()) return 0o060000;
  if (entry.isFIFO()) return 0o010000;
  return entry.isSocket() ? 0o140000 : 0o100000;
}

export function getwd() {
  try {
    return [fromHost(globalThis.process?.cwd() ?? "/"), 0];
  } catch (e) {
    return ["", errnoOf(e)];
  }
}

export function chdir(dir) {
  return attempt(() => {
    nodeFs();
    globalThis.process.chdir(toHost(dir));
  });
}

export function mkdir(name, perm) {
  return attempt(() => nodeFs().mkdirSync(toHost(name), perm & 0o7777));
}

export function unlink(name) {
  return attempt(() => nodeFs().unlinkSync(toHost(name)));
}

export function rmdir(name) {
  return attempt(() => nodeFs().rmdirSync(toHost(name)));
}

export function removeAll(name) {
  return attempt(() => nodeFs().rmSync(toHost(name), { recursive: true, force: true }));
}

export function rename(from, to) {
  return attempt(() => nodeFs().renameSync(toHost(from), toHost(to)));
}

export function link(from, to) {
  return attempt(() => nodeFs().linkSync(toHost(from), toHost(to)));
}

export function symlink(from, to) {
  return attempt(() => nodeFs().symlinkSync(toHost(from), toHost(to)));
}

export function readlink(name) {
  try {
    return [fromHost(nodeFs().readlinkSync(toHost(name))), 0];
  } catch (e) {
    return ["", errnoOf(e)];
  }
}
