import { nodeModule } from "goes:runtime";

/** The numbers that package syscall has for the codes of Node's exceptions. */
const numbers = {
  EPERM: 1, ENOENT: 2, ESRCH: 3, EINTR: 4, EIO: 5, ENXIO: 6, E2BIG: 7, ENOEXEC: 8, EBADF: 9, ECHILD: 10, EAGAIN:
  11, ENOMEM: 12, EACCES: 13, EFAULT: 14, EBUSY: 16, EEXIST: 17, EXDEV: 18, ENODEV: 19, ENOTDIR: 20, EISDIR: 21,
  EINVAL: 22, ENFILE: 23, EMFILE: 24, ENOTTY: 25, EFBIG: 27, ENOSPC: 28, ESPIPE: 29, EROFS: 30, EMLINK: 31,
  EPIPE: 32, ENAMETOOLONG: 36, ENOSYS: 38, ENOTEMPTY: 39, ELOOP: 40, ECONNREFUSED: 111, ECONNRESET: 104,
  EADDRINUSE: 98, ETIMEDOUT: 110, EOPNOTSUPP: 95, EHOSTUNREACH: 113,
};

/** The fs module; what is called on hosts without one fails as a system without that call does. */
export function nodeFs() {
  const fs = nodeModule("fs");
  if (fs === undefined) throw { code: "ENOSYS" };
  return fs;
}

/** The number for an exception of the host. Anything but a system error is not ours to hide. */
export function errnoOf(e) {
  if (e?.code === undefined) throw e;
  return numbers[e.code] ?? (e.code === "ERR_INVALID_ARG_VALUE" ? numbers.EINVAL : numbers.EIO);
}

/** 0, or the number of the error that f fails with. */
export function attempt(f) {
  try {
    f();
    return 0;
  } catch (e) {
    return errnoOf(e);
  }
}
