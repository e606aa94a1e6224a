/**
 * A frame of a stack, innermost first.
 * @typedef {{ name: string, file: string, line: number, column: number, hasParams?: boolean }} StackFrame
 */

/** A call of a goroutine that waits for those that it made. `site` is where it stands, if the launcher can tell from it.
 * @typedef {{ site: any, caller: Waiting | null }} Waiting */

/**
 * What a launcher that has the source map may set as `globalThis.$goesTrace`: Go's view of a stack, from a JavaScript error,
 * the frames whose deferred calls are in progress and the calls that wait; and its text.
 * @typedef {{
 *   frames(error: any, deferring: any, waiting: Waiting | null): StackFrame[],
 *   text(frames: StackFrame[]): string,
 *   crash(thrown: any, id: number): string,
 *   functionName(fn: Function): string,
 * }} TraceHost
 */

/** @returns {TraceHost | undefined} */
function traceHost() {
  return /** @type {any} */ (globalThis).$goesTrace;
}

/** The running goroutine; the scheduler sets it. @type {(() => { id: number, caller: Waiting | null } | null) | null} */
let runningGoroutine = null;

/** @param {() => { id: number, caller: Waiting | null } | null} find */
export function traceGoroutines(find) {
  runningGoroutine = find;
}

/** The frames of a stack without those of the runtime and the host. @param {any} error whose stack it is; null for the
 * calls that wait alone @param {any} deferring @param {Waiting | null} waiting @returns {StackFrame[]} */
export function stackFrames(error, deferring, waiting) {
  const host = traceHost();
  if (host) return host.frames(error, deferring, waiting);
  const frames = [];
  for (const line of (error?.stack ?? "").split("\n")) {
    const parts = /^\s*at (?:async )?(?:(.*?) \()?(.*?)(?::(\d+))?(?::(\d+))?\)?$/.exec(line) ?? /^(.*?)@(.*?):(\d+)(?::(\d+))?$/.exec(line);
    if (parts === null) continue;
    const [, name = "", file, at = "0", column = "0"] = parts;
    // Names of the runtime start with $.
    if (/^node:|^native$|^<anonymous>$/.test(file) || /(^|[ .])\$(?!init)/.test(name)) continue;
    frames.push({ name, file: file.replace(/^file:\/\//, ""), line: Number(at), column: Number(column) });
  }
  // The module itself; what the scheduler calls may have no name either.
  while (frames.length > 0 && frames[frames.length - 1].name === "") frames.pop();
  return frames.map((frame) => ({ ...frame, name: frame.name === "" ? "main.func" : frame.name.includes(".") ? frame.name : "main." + frame.name }));
}

/** A stack as Go prints it. @param {any} error @param {any} deferring @param {number} [id] of the goroutine
 * @param {Waiting | null} [waiting] @returns {string} */
export function goTrace(error, deferring, id, waiting) {
  const g = runningGoroutine?.();
  const frames = stackFrames(error, deferring, waiting ?? error.waiting ?? g?.caller ?? null);
  return `\ngoroutine ${id ?? g?.id ?? 1} [running]:\n` + traceText(frames);
}

/** @param {StackFrame[]} frames @returns {string} */
export function traceText(frames) {
  return traceHost()?.text(frames) ?? frames.map(({ name, file, line }) => `${name}(...)\n\t${file}:${line}\n`).join("");
}

/** The calls in progress, innermost first. @param {any} deferring @returns {StackFrame[]} */
export function callers(deferring) {
  return stackFrames(new Error(), deferring, runningGoroutine?.()?.caller ?? null);
}

/** Go's name of a function value. @param {Function} fn @returns {string} */
export function functionName(fn) {
  return traceHost()?.functionName(fn) ?? "main." + fn.name;
}
