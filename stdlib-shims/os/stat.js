import { toHost } from "goes:runtime";
import { errnoOf, nodeFs } from "./errno.js";

function fields(read) {
  try {
    const info = read(nodeFs());
    const seconds = Math.floor(info.mtimeMs / 1000);
    const nanoseconds = Math.round((info.mtimeMs - seconds * 1000) * 1e6);
    return [info.dev, Math.trunc(info.ino) % 2 ** 53, info.size, seconds, nanoseconds, info.mode, 0];
  } catch (e) {
    return [0, 0, 0, 0, 0, 0, errnoOf(e)];
  }
}

export function stat(name) {
  return fields((fs) => fs.statSync(toHost(name)));
}

export function lstat(name) {
  return fields((fs) => fs.lstatSync(toHost(name)));
}

export function fstat(fd) {
  return fields((fs) => fs.fstatSync(fd));
}
