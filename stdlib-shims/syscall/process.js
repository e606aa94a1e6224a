import { attempt } from "./errno.js";

export function kill(pid, signal) {
  return attempt(() => {
    if (globalThis.process?.kill === undefined) throw { code: "ENOSYS" };
    globalThis.process.kill(pid, signal);
  });
}
