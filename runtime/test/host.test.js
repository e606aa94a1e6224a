import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { runProgram } from "./program.js";

/** The embedded engine: only `$goesHost`, none of Node's globals. */
const embedded = `
const { writeSync } = process.getBuiltinModule("fs"), { exit, hrtime } = process;
let clock = 1e12;
globalThis.$goesHost = {
  write(fd, bytes) { if (!(bytes instanceof Uint8Array)) throw new Error("bytes"); writeSync(fd, bytes); },
  read: (fd, n) => Uint8Array.of(104, 105).subarray(0, n),
  args: ["prog", "a"], env: { HOME: "/root" },
  exit(code) { exit(code); }, now: () => clock, sleep(ms) { clock += ms; },
};
for (const name of ["process", "performance", "setTimeout", "setImmediate", "clearTimeout", "Buffer", "TextDecoder", "TextEncoder", "Atomics", "SharedArrayBuffer", "console", "queueMicrotask"]) globalThis[name] = undefined;
`;

test("the embedded engine needs nothing but its host object", () => {
  const result = runProgram(`${embedded}
    function* worker(ch) { for (let i = 0; i < 3; i++) { if ($.sleep(3600e9) === $.parked) yield; if ($.send(ch, i) === $.parked) yield; } $.close(ch); }
    function* main() {
      const ch = $.makeChan($.NUMBER, 0), began = $.nanotime();
      $.go(worker(ch));
      for (;;) { let v = $.receive2(ch); if (v === $.parked) v = yield; if (!v[1]) break; $.outputText(1, "got " + v[0] + "\\n"); }
      $.outputText(1, ($.nanotime() - began) / 3600e9 + " " + $.bytesToString($.bytesFromHost($.input(0, 9))) + $.hostArgs() + $.hostEnv().HOME + "\\n");
      $.println("stderr", $.bytesToString($.stringToBytes("x".repeat(100))).length);
      $.exit(7);
    }
    $.run($.parking(main));`);
  assert.deepEqual(result, { stdout: "got 0\ngot 1\ngot 2\n3 hiprog,a/root\n", stderr: "stderr 100\n", status: 7 });
  const dead = runProgram(`${embedded} $.run(() => $.receive(null));`);
  assert.deepEqual([dead.stderr.split("\n")[0], dead.status], ["fatal error: all goroutines are asleep - deadlock!", 2]);
});

test("output that is held back comes before what is written to stderr", () => {
  const runtime = new URL("../index.js", import.meta.url).href;
  const source = `import * as $ from "${runtime}"; $.runPlain(() => { $.outputText(1, "1\\n"); $.println(2); $.output(1, Uint8Array.of(51, 10)); $.print("4\\n"); $.outputText(2, "5\\n"); $.outputText(1, "6\\n"); $.panic("7"); });`;
  const { stdout } = spawnSync("/bin/sh", ["-c", '"$0" --input-type=module -e "$1" 2>&1', process.execPath, source], { encoding: "utf8" });
  assert.match(stdout, /^1\n2\n3\n4\n5\n6\npanic: 7\n\ngoroutine 1 \[running\]:\n/);
});

test("browsers have a console only", () => {
  const result = runProgram(`
    const lines = [], { process: { stdout } } = globalThis;
    globalThis.console = { log: (line) => lines.push(line) };
    globalThis.process = undefined;
    $.runPlain(() => { $.print("a"); $.println("b"); $.outputText(1, $.utf8("é\\n")); });
    try { $.exit(3); } catch (e) { lines.push(JSON.stringify(e)); }
    stdout.write(lines.join());`);
  assert.deepEqual(result, { stdout: 'ab,é,{"exit":3}', stderr: "", status: 0 });
});

test("input", () => {
  const runtime = new URL("../index.js", import.meta.url).href;
  const source = `import * as $ from "${runtime}"; $.runPlain(() => { let n = 0; for (;;) { const b = $.input(0, 1000); if (b.length === 0) break; n += b.length; } $.println(n); });`;
  const { stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", source], { encoding: "utf8", input: "x".repeat(5000) });
  assert.equal(stderr, "5000\n");
});
