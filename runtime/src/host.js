/**
 * Whoever runs the program: Node, Deno, Bun, a browser, or our embedded engine, which provides `$goesHost`.
 * @typedef {{
 *   write(fd: number, bytes: Uint8Array): void,
 *   read(fd: number, n: number): Uint8Array,
 *   args: string[], env: Record<string, string>,
 *   exit(code: number): void, now(): number, sleep(milliseconds: number): void,
 * }} EmbeddedHost
 */

/** The embedded engine's host, or undefined. @returns {EmbeddedHost | undefined} */
export function embeddedHost() {
  return /** @type {any} */ (globalThis).$goesHost;
}

/** A module of Node (also in Deno and Bun), or undefined where there is none. @param {string} name @returns {any} */
export function nodeModule(name) {
  return /** @type {any} */ (globalThis).process?.getBuiltinModule?.(name);
}

/** Writes out what output() holds back; set once something is held back. @type {(() => void) | null} */
export let flusher = null;

/** Writes a byte string to a file descriptor, after whatever was written before, to stdout too.
 * @param {number} fd @param {string} text @returns {void} */
export function writeText(fd, text) {
  flusher?.();
  writeBytes(fd, Uint8Array.from(text, (c) => c.charCodeAt(0)));
}

/** Writes bytes now; throws Node's error where the file cannot be written. Node's writeSync may write a part only, and
 * fails with EAGAIN while a pipe is full. @param {number} fd @param {Uint8Array} bytes @returns {void} */
export function writeBytes(fd, bytes) {
  // As embeddedHost and nodeModule do, which this saves the smallest programs.
  const host = /** @type {any} */ (globalThis), fs = host.process?.getBuiltinModule?.("fs");
  if (host.$goesHost) host.$goesHost.write(fd, bytes);
  else if (fs) {
    for (let done = 0; done < bytes.length;) {
      try {
        done += fs.writeSync(fd, bytes, done);
      } catch (e) {
        if (/** @type {any} */ (e).code !== "EAGAIN") throw e;
      }
    }
  } else {
    const lines = (consoleLine + new TextDecoder().decode(bytes)).split("\n");
    consoleLine = /** @type {string} */ (lines.pop());
    for (const line of lines) console.log(line);
  }
}

/** The unfinished last line where there is only a console, which takes whole lines. */
let consoleLine = "";

// Output through os.Stdout and fmt is held back while that is hardly noticed: it is written before anything goes to
// stderr, before the program waits, reads or ends, with the first output after some time, and at once where stdout is a
// terminal.

const outputLimit = 65536, holdMilliseconds = 100;
/** @type {Uint8Array | null} */
let outputBytes = null;
let outputLength = 0;
let outputSince = 0;
let isOutputHeld = true;

/** Makes room for n more bytes of held back output. False where output must not be held back.
 * @param {number} n @returns {boolean} */
function holdOutput(n) {
  if (outputBytes === null) {
    const node = nodeModule("tty");
    // Whoever runs tests wants to know which one hangs.
    const isFollowed = /** @type {any} */ (globalThis).$goesFollowed === true;
    isOutputHeld = !isFollowed && (embeddedHost() !== undefined || (node !== undefined && !node.isatty(1)));
    outputBytes = new Uint8Array(isOutputHeld ? outputLimit : 0);
    flusher = flush;
  }
  const now = Date.now();
  if (outputLength + n > outputLimit || now - outputSince > holdMilliseconds) {
    flush();
    outputSince = now;
  }
  return isOutputHeld && n <= outputLimit;
}

/** Writes bytes to a file descriptor; stdout may be held back for a while.
 * @param {number} fd @param {Uint8Array} bytes @returns {void} */
export function output(fd, bytes) {
  if (fd === 1 && holdOutput(bytes.length)) {
    /** @type {Uint8Array} */ (outputBytes).set(bytes, outputLength);
    outputLength += bytes.length;
    return;
  }
  flush();
  writeBytes(fd, bytes);
}

/** Writes a byte string to a file descriptor; stdout may be held back for a while.
 * @param {number} fd @param {string} text @returns {void} */
export function outputText(fd, text) {
  if (fd === 1 && holdOutput(text.length)) {
    const bytes = /** @type {Uint8Array} */ (outputBytes);
    let end = outputLength;
    for (let i = 0; i < text.length; i++) bytes[end++] = text.charCodeAt(i);
    outputLength = end;
    return;
  }
  writeText(fd, text);
}

/** Writes what is held back. @returns {void} */
export function flush() {
  if (outputLength > 0) {
    const bytes = /** @type {Uint8Array} */ (outputBytes).slice(0, outputLength);
    outputLength = 0;
    try {
      writeBytes(1, bytes);
    } catch (e) {
      // Nobody reads it any more: Go dies of SIGPIPE.
      if (/** @type {any} */ (e).code === "EPIPE") exit(141);
      throw e;
    }
  }
}

/** Reads up to n bytes from a file descriptor; none at its end. Throws Node's error where it cannot be read.
 * @param {number} fd @param {number} n @returns {Uint8Array} */
export function input(fd, n) {
  flush();
  const embedded = embeddedHost(), fs = nodeModule("fs");
  if (embedded) return embedded.read(fd, n);
  const bytes = new Uint8Array(fs ? n : 0);
  while (fs) {
    try {
      return bytes.subarray(0, fs.readSync(fd, bytes, 0, n, null));
    } catch (e) {
      const { code } = /** @type {any} */ (e);
      if (code === "EOF") break;
      if (code !== "EAGAIN") throw e;
      blockingSleep(5);
    }
  }
  return bytes.subarray(0, 0);
}

/** Blocks the whole program. @param {number} milliseconds @returns {void} */
export function blockingSleep(milliseconds) {
  const embedded = embeddedHost();
  if (embedded) embedded.sleep(milliseconds);
  else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Ends the program. Where there is no process to end, what follows is cut off by an exception without a stack.
 * @param {number} code @returns {never} */
export function exit(code) {
  flusher?.();
  const host = /** @type {any} */ (globalThis);
  (host.$goesHost ?? host.process)?.exit(code);
  throw { exit: code };
}

/** The command line without the engine: the program's name first. Host strings. @returns {string[]} */
export function hostArgs() {
  const embedded = embeddedHost();
  return embedded ? embedded.args : /** @type {any} */ (globalThis).process?.argv?.slice(1) ?? ["main"];
}

/** The environment. Host strings. @returns {Record<string, string>} */
export function hostEnv() {
  return embeddedHost()?.env ?? /** @type {any} */ (globalThis).process?.env ?? {};
}

/** Milliseconds on a clock that never goes back, with fractions. @returns {number} */
export function monotonicNow() {
  const embedded = embeddedHost();
  return embedded ? embedded.now() : performance.now();
}

/** Nanoseconds on a clock that never goes back. @returns {number} */
export function nanotime() {
  return Math.floor(monotonicNow() * 1e6);
}

/** The time since 1970. @returns {[number, number]} seconds, nanoseconds */
export function walltime() {
  const clock = globalThis.performance;
  let ms = Date.now();
  if (clock?.timeOrigin) {
    // The finer clock drifts from the system's, which may be set.
    const fine = clock.timeOrigin + clock.now();
    if (Math.abs(fine - ms) < 500) ms = fine;
  }
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.floor((ms - seconds * 1000) * 1e6)];
}
