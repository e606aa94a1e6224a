import { goroutineCount as count, gosched as yieldToOthers, goexit as exitGoroutine, callers, fromHost, goTrace, hostEnv, suspendedCalls } from "goes:runtime";

export function goroutineCount() {
  return count();
}

export function gosched() {
  return yieldToOthers();
}

export function goexit() {
  exitGoroutine();
}

/** The frames that have a number, and the numbers by what they are. */
const frames = [];
const numbers = /* @__PURE__ */ new Map();

/** The call `skip` frames up: 0 is the function of this package that asks. */
export function callerAt(skip) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 4 * skip + 16;
  const inProgress = callers().filter(({ isGlue }) => !isGlue);
  Error.stackTraceLimit = limit;
  const frame = inProgress[skip] ?? suspendedFrame(skip - inProgress.length);
  if (frame === undefined) return 0;
  const key = `${frame.name}\n${frame.file}\n${frame.line}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = frames.push(frame);
    numbers.set(key, number);
  }
  return number;
}

/** A call that waits for one that is in progress: nothing tells which it is. */
function suspendedFrame(index) {
  return index < suspendedCalls() ? { name: "func", file: "???", line: 0 } : undefined;
}

export function frameOf(pc) {
  const frame = frames[pc - 1];
  if (frame === undefined) return ["", "", 0];
  const name = frame.name.includes(".") ? frame.name : `main.${frame.name}`;
  return [fromHost(name), fromHost(frame.file), frame.line];
}

export function stackText() {
  return fromHost(goTrace(new Error().stack, 1).trimStart());
}

export function memory() {
  const usage = globalThis.process?.memoryUsage?.();
  return [usage?.heapUsed ?? 0, usage?.rss ?? 0];
}

export function goroot() {
  const value = hostEnv().GOROOT;
  return value === undefined ? "" : fromHost(value);
}
