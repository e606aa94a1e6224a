import { flush, output, outputText, input, embeddedHost, nodeModule, toHost, bytesFromHost, nilSlice } from "goes:runtime";
import { attempt, errnoOf, nodeFs } from "./errno.js";

const O_CREAT = 0o100, O_EXCL = 0o200, O_TRUNC = 0o1000, O_APPEND = 0o2000, O_SYNC = 0o10000, O_DIRECTORY = 0o20000;

/** Go's flags are those of its own port to JavaScript; the host has others. */
function hostFlags(flag) {
  const { constants } = nodeFs();
  let flags = [constants.O_RDONLY, constants.O_WRONLY, constants.O_RDWR][flag & 3];
  if (flag & O_CREAT) flags |= constants.O_CREAT;
  if (flag & O_EXCL) flags |= constants.O_EXCL;
  if (flag & O_TRUNC) flags |= constants.O_TRUNC;
  if (flag & O_APPEND) flags |= constants.O_APPEND;
  if (flag & O_SYNC) flags |= constants.O_SYNC ?? 0;
  if (flag & O_DIRECTORY) flags |= constants.O_DIRECTORY ?? 0;
  return flags;
}

export function open(name, flag, perm) {
  try {
    return [nodeFs().openSync(toHost(name), hostFlags(flag), perm & 0o7777), 0];
  } catch (e) {
    return [-1, errnoOf(e)];
  }
}

/** Reads into the slice, at a position or, where that is negative, where the stream stands. */
export function readAt(fd, slice, position) {
  try {
    if (position < 0) {
      const bytes = input(fd, slice.length);
      slice.array.set(bytes, slice.offset);
      return [bytes.length, 0];
    }
    return [nodeFs().readSync(fd, slice.array, slice.offset, slice.length, position), 0];
  } catch (e) {
    return [0, errnoOf(e)];
  }
}

export function writeAt(fd, slice, position) {
  let done = 0;
  if (slice.length === 0) return [0, 0];
  try {
    if (position < 0) {
      output(fd, slice.array.subarray(slice.offset, slice.offset + slice.length));
      return [slice.length, 0];
    }
    const fs = nodeFs();
    while (done < slice.length) {
      done += fs.writeSync(fd, slice.array, slice.offset + done, slice.length - done, position + done);
    }
    return [done, 0];
  } catch (e) {
    return [done, errnoOf(e)];
  }
}

export function writeText(fd, text) {
  return attempt(() => outputText(fd, text));
}

export function readFile(name) {
  try {
    return [bytesFromHost(nodeFs().readFileSync(toHost(name))), 0];
  } catch (e) {
    return [nilSlice, errnoOf(e)];
  }
}

export function closeFile(fd) {
  return attempt(() => {
    if (fd === 1) flush();
    if (embeddedHost() === undefined || nodeModule("fs") !== undefined) nodeFs().closeSync(fd);
  });
}

export function fsync(fd) {
  return attempt(() => nodeFs().fsyncSync(fd));
}

export function truncate(name, size) {
  return attempt(() => {
    if (size < 0) throw { code: "EINVAL" };
    nodeFs().truncateSync(toHost(name), Number(size));
  });
}

export function ftruncate(fd, size) {
  return attempt(() => {
    if (size < 0) throw { code: "EINVAL" };
    nodeFs().ftruncateSync(fd, Number(size));
  });
}

export function chmod(name, mode) {
  return attempt(() => nodeFs().chmodSync(toHost(name), mode));
}

export function fchmod(fd, mode) {
  return attempt(() => nodeFs().fchmodSync(fd, mode));
}

// An owner or group of -1 stays as it is; the host wants it so.

export function chown(name, uid, gid) {
  return attempt(() => nodeFs().chownSync(toHost(name), uid, gid));
}

export function lchown(name, uid, gid) {
  return attempt(() => nodeFs().lchownSync(toHost(name), uid, gid));
}

export function fchown(fd, uid, gid) {
  return attempt(() => nodeFs().fchownSync(fd, uid, gid));
}

export function utimes(name, asec, ansec, msec, mnsec) {
  return attempt(() => nodeFs().utimesSync(toHost(name), hostTime(asec, ansec), hostTime(msec, mnsec)));
}

/** Seconds since 1970 with a fraction. */
function hostTime(seconds, nanoseconds) {
  return Number(seconds) + Number(nanoseconds) / 1e9;
}

export function umask(mask) {
  return globalThis.process?.umask?.(Number(mask) & 0o777) ?? 0o022;
}
