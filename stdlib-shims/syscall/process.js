import { currentGoroutine, flush, fromHost, hostDone, hostStarted, nilSlice, nodeModule, park, ready, Slice, toHost } from "goes:runtime";
import { attempt, errnoOf } from "./errno.js";

export function kill(pid, signal) {
  return attempt(() => {
    if (globalThis.process?.kill === undefined) throw { code: "ENOSYS" };
    globalThis.process.kill(pid, signal);
  });
}

/** A process that was started, with the goroutines that wait for its end. */
class Child {
  constructor(process) {
    this.process = process;
    this.status = undefined;
    this.waiting = [];
  }

  ended(code, signal) {
    this.status = code === null ? nodeModule("os").constants.signals[signal] : code << 8;
    for (const goroutine of this.waiting) ready(goroutine, this.status);
  }
}

const NONE = -1, INPUT = -2, OUTPUT = -3, SAME = -4;

function hostTexts(slice) {
  return slice.array.slice(slice.offset, slice.offset + slice.length).map(toHost);
}

export function startChild(path, argv, env, dir, streams, receive) {
  const spawn = nodeModule("child_process")?.spawn;
  if (spawn === undefined) return [null, 0, errnoOf({ code: "ENOSYS" })];
  flush();
  const kinds = [...streams.array.slice(streams.offset, streams.offset + streams.length)];
  const stdio = kinds.map((kind) => kind === NONE ? "ignore" : kind < 0 ? "pipe" : kind);
  while (stdio.length < 3) stdio.push("ignore");
  const [file, argv0, args] = commandLine(toHost(path), hostTexts(argv), toHost(dir), kinds[2] === SAME);
  let started;
  try {
    started = spawn(file, args, { argv0, cwd: dir === "" ? undefined : toHost(dir), env: variables(env), stdio });
  } catch (e) {
    return [null, 0, errnoOf(e)];
  }
  return whenStarted(started, kinds, receive);
}

/** What is to be started: this program's own file as it was started itself; through the shell where errors go into the
 * pipe of the output, so that their order stays. */
function commandLine(path, argv, dir, isSame) {
  const { argv: own, execPath, execArgv } = globalThis.process;
  let file = path.includes("/") ? path : "./" + path, argv0 = argv[0] ?? "", args = argv.slice(1);
  if (own?.[1] !== undefined && nodeModule("path").resolve(dir, file) === own[1]) {
    args = [...execArgv, own[1], ...args];
    file = argv0 = execPath;
  }
  return isSame ? ["/bin/sh", "sh", ["-c", 'exec "$@" 2>&1', argv0, file, ...args]] : [file, argv0, args];
}

function variables(env) {
  const entries = hostTexts(env).map((text) => [text, text.indexOf("=", 1)]).filter(([, at]) => at > 0);
  return Object.fromEntries(entries.map(([text, at]) => [text.slice(0, at), text.slice(at + 1)]));
}

/** Waits until the host has started a process, or failed to: only then does it say why. */
function whenStarted(started, kinds, receive) {
  const child = new Child(started), goroutine = currentGoroutine();
  hostStarted();
  started.once("exit", (code, signal) => child.ended(code, signal));
  started.once("error", (e) => {
    if (started.pid !== undefined) return;
    ready(goroutine, [null, 0, errnoOf(e)]);
    hostDone();
  });
  started.once("spawn", () => {
    connect(started, kinds, receive);
    started.once("close", hostDone);
    ready(goroutine, [child, started.pid, 0]);
  });
  return park("fork/exec");
}

/** Has Go receive what a child writes to its pipes, and know when it has closed one. */
function connect(started, kinds, receive) {
  kinds.forEach((kind, i) => {
    const stream = started.stdio[i];
    if (kind === OUTPUT) {
      stream.on("data", (chunk) => {
        const bytes = new Uint8Array(chunk);
        if (!receive(i, new Slice(bytes, 0, bytes.length, bytes.length))) stream.destroy();
      });
    } else if (kind === INPUT) {
      // Whoever writes gets EPIPE from now on.
      stream.on("error", () => {});
    } else {
      return;
    }
    stream.once("close", () => receive(i, nilSlice));
  });
}

export function sendToChild(child, i, data) {
  const stream = child.process.stdio[i];
  if (data.length === 0) stream.end();
  else if (!stream.destroyed) stream.write(data.array.slice(data.offset, data.offset + data.length));
}

export function hasEnded(child) {
  return child.status !== undefined;
}

export function waitForChild(child) {
  if (child.status !== undefined) return child.status;
  child.waiting.push(currentGoroutine());
  return park("wait");
}
