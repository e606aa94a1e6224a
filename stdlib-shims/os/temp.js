import { toHost } from "goes:runtime";
import { attempt, nodeFs } from "./errno.js";

export function chtimes(name, atime, mtime) {
  return attempt(() => {
    const fs = nodeFs(), path = toHost(name);
    const info = fs.statSync(path);
    const seconds = (given, present) => (given === given ? given : present) / 1000;
    fs.utimesSync(path, seconds(atime, info.atimeMs), seconds(mtime, info.mtimeMs));
  });
}

export function randomDigits() {
  return String(Math.floor(Math.random() * 4294967296));
}
