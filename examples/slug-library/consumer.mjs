// A JavaScript program that uses the package, unaware of Go.
import assert from "node:assert/strict";
import { Checksum, Make, Square, Words } from "./dist/index.js";

assert.equal(Make("Hello, Wörld & Co.", {}), "hello-wörld-co");
assert.equal(Make("Hello again", { Separator: "_", MaxLen: 7 }), "hello_a");
assert.throws(() => Make("!?", {}), (error) => error instanceof Error && error.message === "slug: empty");
assert.deepEqual(Words(["a b c", ""]), [3, 0]);
assert.equal(Checksum(new Uint8Array([1, 2, 3])), 1026);
assert.equal(Square(3037000499n), 9223372030926249001n);
console.log("ok");
