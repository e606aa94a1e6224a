/**
 * A frame of a JavaScript stack, innermost first.
 * @typedef {{ name: string, file: string, line: number, column: number, isGlue?: boolean }} StackFrame
 */

/** Where a place in the emitted code comes from: may be set by the launcher, which has the source map.
 * @typedef {(frame: StackFrame) => StackFrame | null} PositionLookup */

/** The frames of a JavaScript stack trace in the form of V8, JavaScriptCore, SpiderMonkey or QuickJS, without
 * those of the runtime and the host. @param {string | undefined} stack @returns {StackFrame[]} */
export function stackFrames(stack) {
  const lookup = /** @type {PositionLookup | undefined} */ (/** @type {any} */ (globalThis).$goesPositions);
  const frames = [];
  for (const line of (stack ?? "").split("\n")) {
    const parts = /^\s*at (?:async )?(?:(.*?) \()?(.*?)(?::(\d+))?(?::(\d+))?\)?$/.exec(line) ?? /^(.*?)@(.*?):(\d+)(?::(\d+))?$/.exec(line);
    if (parts === null) continue;
    const [, name = "", file, at = "0", column = "0"] = parts;
    const frame = { name, file: file.replace(/^file:\/\//, ""), line: Number(at), column: Number(column) };
    if (/^node:|^native$|^<anonymous>$/.test(file)) continue;
    // What the compiler put in between has no place in Go.
    const mapped = lookup?.(frame) ?? { ...frame, isGlue: lookup !== undefined };
    frames.push(mapped);
  }
  // The module itself; what the scheduler calls may have no name either.
  while (frames.length > 0 && frames[frames.length - 1].name === "") frames.pop();
  // Names of the runtime start with $.
  return frames.filter(({ name }) => !/(^|[ .])\$(?!init)/.test(name));
}

/** A stack as Go prints it. @param {string | undefined} stack @param {number} id of the goroutine @returns {string} */
export function goTrace(stack, id) {
  let text = `\ngoroutine ${id} [running]:\n`;
  for (const { name, file, line } of stackFrames(stack)) {
    const known = name === "" ? "main.func" : /[./]/.test(name) ? name : "main." + name;
    text += `${known}(...)\n\t${file}:${line}\n`;
  }
  return text;
}

/** The calls in progress, innermost first, without the caller of this function. @param {number} [skip] more frames to leave out
 * @returns {StackFrame[]} */
export function callers(skip = 0) {
  return stackFrames(new Error().stack).slice(skip + 1);
}
