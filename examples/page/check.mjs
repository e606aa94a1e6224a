// Stands in for a browser: the few parts of the DOM that the page uses.
import assert from "node:assert/strict";

class Element extends EventTarget {
  children = [];
  textContent = "";
  append(...nodes) {
    this.children.push(...nodes);
  }
}
const body = new Element();
globalThis.document = { body, createElement: () => new Element() };

await import("./page.mjs");
await new Promise((resolve) => setTimeout(resolve, 20));
const [button, label] = body.children;
assert.equal(label.textContent, "no clicks yet");
button.dispatchEvent(new Event("click"));
button.dispatchEvent(new Event("click"));
assert.equal(label.textContent, "2 clicks");
process.exit(0);
