import { nilSlice, Slice, toHost, toInt64 } from "goes:runtime";
import { errnoOf, nodeFs } from "./errno.js";

/** The fields of a Stat_t in order. Big integers keep the nanoseconds and the digits of inodes. */
function fields(read) {
  try {
    const info = read(nodeFs(), { bigint: true });
    const list = [info.dev, info.ino, info.mode, info.nlink, info.uid, info.gid, info.rdev, info.size, info.blksize, info.blocks];
    for (const time of [info.atimeNs, info.mtimeNs, info.ctimeNs]) {
      const nanoseconds = ((time % 1000000000n) + 1000000000n) % 1000000000n;
      list.push((time - nanoseconds) / 1000000000n, nanoseconds);
    }
    return [new Slice(list.map((field) => toInt64(field ?? 0)), 0, list.length, list.length), 0];
  } catch (e) {
    return [nilSlice, errnoOf(e)];
  }
}

export function stat(name) {
  return fields((fs, options) => fs.statSync(toHost(name), options));
}

export function lstat(name) {
  return fields((fs, options) => fs.lstatSync(toHost(name), options));
}

export function fstat(fd) {
  return fields((fs, options) => fs.fstatSync(fd, options));
}

export function fileType(fd) {
  try {
    return nodeFs().fstatSync(fd).mode & 0o170000;
  } catch {
    return 0;
  }
}
