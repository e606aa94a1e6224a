import { readFileSync } from "node:fs";
import * as values from "values";

const { log } = console;
const caught = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};

log(values.Join("-", "a", "b", "ü"), values.Calls, values.Last, values.Limit, values.Version, values.Wide);
values.Join("");
log(values.Calls, values.Last === "");
log(values.Find("name"), caught(() => values.Find("")));
try {
  values.Find("");
} catch (e) {
  log(e instanceof values.GoError, e.is(values.ErrMissing), e.cause === values.ErrMissing);
}
log(values.Double(2n ** 61n, 2n ** 63n - 1n), values.Double(3, 4), values.Small(255), values.Half(3));
log(new TextDecoder().decode(values.Upper(new TextEncoder().encode("größe"))));
log(values.Count(["x", "y", "x"]), values.Total(new Map([["a", 1], ["b", 2]])), values.Total({ c: 5 }));
log(values.Apply(["p", "q"], (word, index) => word + index));
log(values.Try(() => 7), values.Try(() => {
  throw new Error("no");
}), values.Try(() => {
  throw values.ErrMissing;
}));
const add = values.Adder(1);
log(add(), add(2, 3));
const [day, duration] = values.Tomorrow(new Date("2026-02-28T12:00:00.250Z"), 1000);
log(day.toISOString(), duration);
log(await values.Wait(1));
const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
log(await values.Wait(400, { signal: controller.signal }).catch((e) => e.message));
const numbers = [];
for await (const n of values.Numbers(4)) numbers.push(n);
log(numbers);
const box = values.NewBox({ Title: "t", Tags: ["one"] });
log(box instanceof values.Box, box.Title, box.Add("two", "three") === box, box.Items(), caught(() => box.At(9)));
box.Title = "new";
log(box.Title, new values.Box({ Title: "mine" }).Title, values.NewBox().Items());
for (const wrong of [
  () => values.Join(1),
  () => values.Find(null),
  () => values.Small(256),
  () => values.Small("1"),
  () => values.Half("1"),
  () => values.Double(1.5, 1n),
  () => values.Double(1n, -1n),
  () => values.Upper("text"),
  () => values.Count("text"),
  () => values.Count(["x", 2]),
  () => values.Total(3),
  () => values.Apply(["x"], 1),
  () => values.Tomorrow("today", 1),
  () => values.NewBox({ Size: "big" }),
  () => values.NewBox(3),
]) log(caught(wrong));
log("Complex" in values, Object.keys(values).join(" "));
const { name, version, description, keywords, exports, sideEffects } = JSON.parse(readFileSync("node_modules/values/package.json"));
log(name, version, description, keywords, JSON.stringify(exports), sideEffects);
log(readFileSync("node_modules/values/README.md", "utf8").split("\n")[0]);
