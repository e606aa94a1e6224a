import assert from "node:assert/strict";
import { test } from "node:test";
import * as $ from "../index.js";
import { failure } from "./program.js";

/** A function as the emitter writes one that defers: body(defer) with its deferred calls. */
function deferring(body) {
  const frame = new $.Frame();
  try {
    body((fn, recovers = false) => frame.defer(fn, recovers));
  } catch (e) {
    frame.caught(e);
  } finally {
    frame.run();
  }
}

/** A deferred function that recovers and keeps the value. */
function recoverInto(list) {
  return () => {
    const recovery = $.takeRecovery();
    list.push(recovery.recover());
  };
}

test("deferred calls run in reverse, also when panicking", () => {
  const order = [];
  assert.throws(() => deferring((defer) => {
    defer(() => order.push(1));
    defer(() => order.push(2));
    $.panic("x");
  }), { message: "x" });
  assert.deepEqual(order, [2, 1]);
});

test("recover takes the panic of the frame that calls it, once", () => {
  const got = [];
  deferring((defer) => {
    defer(recoverInto(got), true);
    defer(recoverInto(got), true);
    $.panic("x");
  });
  assert.deepEqual(got, ["x", null]);
});

test("recover in a function called by the deferred one gives nil", () => {
  const got = [], inner = recoverInto(got);
  assert.throws(() => deferring((defer) => {
    defer(() => inner());
    $.panic("x");
  }), { message: "x" });
  assert.deepEqual(got, [null]);
});

test("a panic in a deferred call replaces the one in progress", () => {
  const got = [];
  deferring((defer) => {
    defer(recoverInto(got), true);
    defer(() => $.panic("second"));
    $.panic("first");
  });
  assert.deepEqual(got, ["second"]);
});

test("a recovered panic inside a deferred call leaves the outer one", () => {
  const got = [];
  deferring((defer) => {
    defer(recoverInto(got), true);
    defer(() => deferring((deferInner) => {
      deferInner(recoverInto(got), true);
      $.panic("inner");
    }));
    $.panic("outer");
  });
  assert.deepEqual(got, ["inner", "outer"]);
});

test("runtime errors are values with Error", () => {
  const got = [];
  deferring((defer) => {
    defer(recoverInto(got), true);
    $.div(1, 0);
  });
  deferring((defer) => {
    defer(recoverInto(got), true);
    null.x;
  });
  deferring((defer) => {
    defer(recoverInto(got), true);
    $.panic(null);
  });
  assert.deepEqual(got.map((e) => e.Error()), [
    "runtime error: integer divide by zero", "runtime error: invalid memory address or nil pointer dereference", "panic called with nil argument",
  ]);
  assert.ok($.hasMethods(got[0], ["Error", "RuntimeError"]));
});

test("Goexit runs deferred calls and cannot be recovered", () => {
  const got = [];
  assert.throws(() => deferring((defer) => {
    defer(() => got.push("end"));
    defer(recoverInto(got), true);
    $.goexit();
  }), (e) => e.isGoexit);
  assert.deepEqual(got, [null, "end"]);
});

test("Goexit goes on when a panic that interrupted it is recovered", () => {
  const got = [];
  assert.throws(() => deferring((defer) => {
    defer(recoverInto(got), true);
    defer(() => $.panic("x"));
    $.goexit();
  }), (e) => e.isGoexit);
  assert.deepEqual(got, ["x"]);
});

test("errors of the compiler and overflows of the stack are not recovered", () => {
  const got = [];
  assert.throws(() => deferring((defer) => {
    defer(recoverInto(got), true);
    unknownName();
  }), ReferenceError);
  assert.throws(() => deferring((defer) => {
    defer(recoverInto(got), true);
    1n + 1;
  }), TypeError);
  assert.deepEqual(got, []);
});

const frame = (body) => `const $f = new $.Frame(); try { ${body} } catch (e) { $f.caught(e); } finally { $f.run(); }`;
const main = (body) => `$.runPlain(function main() { ${body} });`;
const again = "$f.defer(() => { const r = $.takeRecovery().recover(); $.panic(r); }, true);";

test("what nobody recovers is printed as Go prints it", () => {
  const cases = [
    [main('$.panic("hello\\nworld")'), "panic: hello\n\tworld"],
    [main("$.panic(5)"), "panic: 5"],
    [main("$.panic(new $.Error1())").replace("new $.Error1()", "{ Error() { return 'my err' } }"), "panic: my err"],
    [main("$.panic({ String() { return 'stringer!' } })"), "panic: stringer!"],
    [main("$.div(1, 0)"), "panic: runtime error: integer divide by zero"],
    [main("null.x"), "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV]"],
    [main(frame("null.x")), "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]"],
    [main("$.nilMap.set(1, 1)"), "panic: assignment to entry in nil map"],
    [main(frame(`$f.defer(() => $.panic("third"), false); ${again} $.panic("first");`)), "panic: first [recovered, repanicked]\n\tpanic: third"],
    [main(frame('$f.defer(() => $.panic("third"), false); $f.defer(() => $.panic("second"), false); $.panic("first");')), "panic: first\n\tpanic: second\n\tpanic: third"],
    [main(frame(`${again} $.panic("first");`)), "panic: first [recovered, repanicked]"],
    [main(frame('$f.defer(() => { const r = $.takeRecovery().recover(); $.panic("x" + r); }, true); $.panic("first");')), "panic: first [recovered]\n\tpanic: xfirst"],
    [main("const f = (n) => f(n + 1) + 1; f(0);"), "fatal error: stack overflow"],
    ["$.run(function main() { $.panic('in scheduler') });", "panic: in scheduler"],
  ];
  for (const [program, text] of cases) assert.deepEqual(failure(program), [2, text]);
});
