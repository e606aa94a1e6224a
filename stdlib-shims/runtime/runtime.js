import {
  goroutineCount as count, gosched as yieldToOthers, goexit as exitGoroutine, callers, deferringFrames, fromHost, functionAt, functionName, codeOf,
  goTrace, hostEnv, goCall, currentGoroutine, park, ready, hostStarted, hostDone, Box, PlacePointer, typeOf,
} from "goes:runtime";

export function goroutineCount() {
  return count();
}

export function gosched() {
  return yieldToOthers();
}

export function goexit() {
  exitGoroutine();
}

/** What is to be done when objects are gone. */
let farewells = null;
/** Tokens of planned cleanups, by number. */
const cleanups = /* @__PURE__ */ new Map();
let cleanupCount = 0n;

/** Whether anything depends on when garbage is collected. */
let isAwaited = false;

export function expectCollections() {
  isAwaited = true;
}

function registry() {
  isAwaited = true;
  return farewells ??= new FinalizationRegistry((call) => goCall(call));
}

export function setFinalizer(obj, finalizer) {
  const type = typeOf(obj), pointer = obj.$value === undefined ? obj : obj.$value;
  registry().unregister(pointer);
  if (finalizer === null) return;
  const fn = finalizer.$value, heir = type.elem.kind === 17 ? type.elem.clone(pointer) : heirOf(pointer);
  registry().register(pointer, () => fn(heir), pointer);
}

/** What takes the place of an object that is gone: it has the object's properties from now on, which lead there. */
function heirOf(object) {
  if ("v" in object && !Object.hasOwn(object, "v")) return new Box(object.v);
  const heir = Object.create(Object.getPrototypeOf(object));
  for (const key of Object.keys(object)) {
    heir[key] = object[key];
    Object.defineProperty(object, key, {
      get: () => heir[key],
      set: (x) => {
        heir[key] = x;
      },
      enumerable: true,
      configurable: true,
    });
  }
  return heir;
}

export function addCleanup(pointer, call) {
  const token = {}, id = ++cleanupCount;
  // Pointers to fields and elements are made anew for each use.
  registry().register(pointer instanceof PlacePointer ? pointer.object : pointer, () => {
    cleanups.delete(id);
    return call();
  }, token);
  cleanups.set(id, token);
  return id;
}

export function stopCleanup(id) {
  const token = cleanups.get(id);
  if (token !== undefined) registry().unregister(token);
  cleanups.delete(id);
}

/** The host's own way to collect garbage, where it has one. */
function collector() {
  const node = globalThis.process?.getBuiltinModule;
  if (globalThis.Bun) return () => globalThis.Bun.gc(true);
  if (globalThis.gc || !node) return globalThis.gc;
  node("v8").setFlagsFromString("--expose-gc");
  return node("vm").runInNewContext("gc");
}

/** How often the program has asked for it. */
let collections = 0;

export function collectionCount() {
  return collections;
}

export function noteCollection() {
  collections++;
  return isAwaited && collector() !== undefined;
}

/** Parks until the host has collected garbage and called back what waits for it. */
export function awaitCollection() {
  const collect = /** @type {() => void} */ (collector());
  const g = currentGoroutine();
  hostStarted();
  // Objects that weak references were asked for live on until the host's turn is over; what their end has set free goes
  // with the next.
  const turn = (left) => {
    if (left > 0) {
      collect();
      setImmediate(turn, left - 1);
      return;
    }
    ready(g);
    hostDone();
  };
  setImmediate(turn, 2);
  return park("GC");
}

/** The frames that have a number, and the numbers by what they are. */
const frames = [];
const numbers = /* @__PURE__ */ new Map();
/** Numbers look like return addresses: those next to them are of the same call. */
const TEXT = 0x400000, STEP = 16;

/** Go's runtime below the program's own calls. */
const BOTTOM = [["main", "proc.go", 290], ["goexit", "asm_amd64.s", 1771]];

/** Writes numbers for the calls in progress into a slice, from the `skip`th on: 0 is the function of this package that
 * asks. Gives how many. */
export function fillCallers(skip, pcs) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = skip + pcs.length + 32;
  const found = callers(deferringFrames());
  Error.stackTraceLimit = limit;
  for (const [name, file, line] of BOTTOM) found.push({ name: "runtime." + name, file: "/usr/local/go/src/runtime/" + file, line, column: 0 });
  const count = Math.min(Math.max(0, found.length - skip), pcs.length);
  for (let i = 0; i < count; i++) pcs.array[pcs.offset + i] = numberOf(found[skip + i]);
  return count;
}

function numberOf(frame) {
  const key = `${frame.name}\n${frame.file}\n${frame.line}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = TEXT + STEP * frames.push(frame);
    numbers.set(key, number);
  }
  return number;
}

export function frameOf(pc) {
  const frame = frames[Math.floor((Number(pc) - TEXT + 1) / STEP) - 1];
  if (frame !== undefined) return [fromHost(frame.name), fromHost(frame.file), frame.line];
  const fn = functionAt(pc);
  if (fn === undefined) return ["", "", 0];
  const code = codeOf(fn);
  return code === undefined ? [fromHost(functionName(fn)), "", 0] : [fromHost(code.name), fromHost(code.file), code.line];
}

/** The trace of the goroutine, from the caller of runtime.Stack on. */
export function stackText() {
  const trace = goTrace(new Error(), deferringFrames()).trimStart();
  return fromHost(trace.replace(/^runtime\.Stack\(.*\n.*\n/m, ""));
}

export function memory() {
  const usage = globalThis.process?.memoryUsage?.();
  return [usage?.heapUsed ?? 0, usage?.rss ?? 0];
}

/** Set, or the one with which `goes run` has built the program. */
export function goroot() {
  return fromHost(hostEnv().GOROOT || globalThis.$goesRoot || "");
}
