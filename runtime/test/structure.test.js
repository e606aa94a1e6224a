import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// What the linker relies on: see ARCHITECTURE.md.

const directory = new URL("../src/", import.meta.url);
const files = readdirSync(directory).map((name) => [name, readFileSync(new URL(name, directory), "utf8")]);
const declaration = /^(?:export )?(?:async )?(?:function\*?|class|const|let|var) (\w+)/gm;

test("files consist of imports and single declarations in column 0", () => {
  for (const [name, text] of files) {
    for (const line of text.split("\n")) {
      if (/^(\s|$|\/\/|\/\*|[)}\]])/.test(line)) continue;
      assert.match(line, /^(import \{.*|\} from "\.\/\w+\.js";|(export )?((async )?function\*?|class|const|let|var) \w+)/, `${name}: ${line}`);
    }
  }
});

test("names are unique over the runtime", () => {
  const seen = new Map();
  for (const [name, text] of files) {
    for (const [, declared] of text.matchAll(declaration)) {
      assert.ok(!seen.has(declared), `${declared} in ${name} and ${seen.get(declared)}`);
      seen.set(declared, name);
    }
  }
});

test("no local has the name of a declaration", () => {
  const declared = new Set(files.flatMap(([, text]) => [...text.matchAll(declaration)].map((m) => m[1])));
  for (const [name, text] of files) {
    for (const line of text.split("\n")) {
      if (/^\s*(\/?\*|\/\/)/.test(line)) continue;
      const locals = [];
      const binding = /^\s+(?:for \()?(?:const|let) (.*?)(?: of | in |$)/.exec(line);
      if (binding) for (const part of binding[1].split(/[;,]/)) locals.push(...(/^[\s{[]*(\w+)[\s}\]]*(=|$)/.exec(part) ?? []).slice(1, 2));
      const signature = /^(?:export )?function\*? \w+\((.*)\) \{/.exec(line) ?? /^  (?:static )?\w+\((.*)\) \{$/.exec(line);
      if (signature && !/^\s+(if|for|while|switch)/.test(line)) locals.push(...signature[1].split(",").map((p) => p.replace(/[.\s]|=.*/g, "")));
      for (const arrow of line.matchAll(/\(([\w, ]*)\) =>/g)) locals.push(...arrow[1].split(",").map((p) => p.trim()));
      for (const local of locals) assert.ok(!declared.has(local), `${name}: ${local} in ${line}`);
    }
  }
});
