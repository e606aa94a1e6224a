import { spawnSync } from "node:child_process";

const runtime = new URL("../index.js", import.meta.url).href;

/** Runs a program given as JavaScript text, in which `$` is the runtime: what it wrote, and its exit code. */
export function runProgram(text) {
  const source = `import * as $ from "${runtime}";\n${text}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", source], { encoding: "utf8", timeout: 20000 });
  return { stdout, stderr, status };
}

/** The first lines of what a program writes to stderr, up to the goroutine trace. */
export function failure(text) {
  const { stderr, status } = runProgram(text);
  return [status, stderr.split("\n\ngoroutine")[0]];
}
