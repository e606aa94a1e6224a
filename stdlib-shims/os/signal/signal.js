import { hostStarted, hostDone } from "goes:runtime";

/** Waiting for a signal is no deadlock, and the host must stay alive for it. */
export function listen(name, f) {
  const process = globalThis.process;
  const handle = { name, f: () => f(), alive: globalThis.setInterval?.(() => {}, 1 << 30) };
  process?.on?.(name, handle.f);
  hostStarted();
  return handle;
}

export function unlisten(handle) {
  globalThis.process?.off?.(handle.name, handle.f);
  globalThis.clearInterval?.(handle.alive);
  hostDone();
}
