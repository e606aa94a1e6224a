import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, runProgram } from "./program.js";

const main = (body, before = "") => `${before}\nfunction* main() { ${body} }\n$.run($.parking(main));`;
/** Writes parking calls as the emitter does: `AWAIT(x)`. */
function program(text) {
  const parts = text.replace(/function\* (\w+)\((.*?)\) \{/g, "function* $1($2) { let $t;").split("AWAIT(");
  return parts[0] + parts.slice(1).map((part) => {
    let depth = 1, i = 0;
    for (; depth > 0; i++) depth += part[i] === "(" ? 1 : part[i] === ")" ? -1 : 0;
    return `(($t = ${part.slice(0, i - 1)}) === $.parked ? yield : $t)${part.slice(i)}`;
  }).join("");
}
const output = (text) => {
  const { stdout, stderr, status } = runProgram(program(text));
  assert.deepEqual([stderr, status], ["", 0]);
  return stdout.trim().split("\n");
};
const print = 'const print = (...a) => $.outputText(1, a.join(" ") + "\\n");';

test("unbuffered and buffered channels", () => {
  for (const capacity of [0, 1, 3]) {
    const lines = output(main(`
      const ch = $.makeChan($.NUMBER, ${capacity});
      $.go(produce(ch));
      for (;;) { const [v, ok] = AWAIT($.receive2(ch)); if (!ok) break; print(v); }
      print($.receive(ch), $.chanLen(ch), $.chanCap(ch));
    `, `${print} function* produce(ch) { for (let i = 0; i < 5; i++) AWAIT($.send(ch, i)); $.close(ch); }`));
    assert.deepEqual(lines, ["0", "1", "2", "3", "4", `0 0 ${capacity}`]);
  }
});

test("values pass through deep suspended calls, exceptions too", () => {
  assert.deepEqual(output(main(`
    const ch = $.makeChan($.NUMBER, 0);
    $.go(feed(ch));
    print(AWAIT($.call(deep(200, ch))));
    const $f = new $.Frame();
    try { AWAIT($.call(deep(50, null))); } catch (e) { print("caught", e.message); }
  `, `${print}
    function* deep(n, ch) { if (n > 0) { const v = AWAIT($.call(deep(n - 1, ch))); return v + 1; } if (ch === null) { AWAIT($.sleep(1000)); $.panic("deep"); } return AWAIT($.receive(ch)); }
    function* feed(ch) { AWAIT($.sleep(1e6)); AWAIT($.send(ch, 1000)); }`)), ["1200", "caught deep"]);
});

test("deferred calls may park, and recover", () => {
  assert.deepEqual(output(main(`
    print(AWAIT($.call(guarded())));
  `, `${print}
    function* guarded() {
      let result = "none";
      const $f = new $.Frame();
      try {
        $f.defer($.parking(function* () { const r = $.takeRecovery(); AWAIT($.sleep(1e5)); result = "recovered " + r.recover(); }), true);
        $f.defer($.parking(function* () { AWAIT($.sleep(1e5)); print("parked while panicking"); $.panic("second"); }), false);
        AWAIT($.sleep(1e5));
        $.panic("first");
      } catch (e) { $f.caught(e); }
      finally { while ($f.run()) { try { yield; } catch (e) { $f.caught(e); } } }
      return result;
    }`.replace(/function\* \(\)/g, "function* anonymous()"))), ["parked while panicking", "recovered second"]);
});

test("select: ready cases, default, waiting, nil channels, all fair", () => {
  assert.deepEqual(output(main(`
    const a = $.makeChan($.NUMBER, 1), b = $.makeChan($.NUMBER, 1), quit = $.makeChan($.NUMBER, 0);
    print($.select([[a], [null], [null, 1]], true)[0]);
    let hits = [0, 0, 0];
    for (let i = 0; i < 3000; i++) { $.send(a, 1); hits[$.select([[a], [b, 2], [null]], false)[0]]++; if ($.chanLen(a)) $.receive(a); if ($.chanLen(b)) $.receive(b); }
    print(hits[0] > 1200 && hits[1] > 1200);
    $.go(later(quit));
    print(AWAIT($.select([[a], [quit], [null]], false)).join());
    print($.select([[quit]], false).join());
    $.go(taker(b, quit));
    $.send(b, 5);
    print(AWAIT($.select([[b, 6], [a]], false)).join(), a.firstReceiver === null);
    AWAIT($.sleep(1e6));
  `, `${print} function* later(q) { AWAIT($.sleep(1e6)); $.close(q); } function* taker(b) { AWAIT($.sleep(1e6)); print("took", AWAIT($.receive(b))); }`)),
  ["-1", "true", "1,0,false", "0,0,false", "took 5", "0,,false true"]);
});

test("closing wakes receivers, and panics senders", () => {
  assert.deepEqual(output(main(`
    const ch = $.makeChan($.STRING, 0), done = $.makeChan($.NUMBER, 2);
    $.go(wait(ch, done)); $.go(wait(ch, done));
    $.gosched() === $.parked && (yield);
    $.close(ch);
    AWAIT($.receive(done)); AWAIT($.receive(done));
    const c2 = $.makeChan($.NUMBER, 0);
    $.go(sender(c2, done));
    AWAIT($.gosched());
    $.close(c2);
    AWAIT($.receive(done));
    for (const f of [() => $.close(c2), () => $.close(null), () => $.send(c2, 1), () => $.makeChan($.NUMBER, -1)]) try { f(); } catch (e) { print(e.message); }
  `, `${print}
    function* wait(ch, done) { print(AWAIT($.receive2(ch)).join()); $.send(done, 1); }
    function* sender(ch, done) { try { AWAIT($.send(ch, 1)); } catch (e) { print(e.message); } $.send(done, 1); }`)),
  [",false", ",false", "send on closed channel", "close of closed channel", "close of nil channel", "send on closed channel", "makechan: size out of range"]);
});

test("sleepers wake in order, timers stop", () => {
  assert.deepEqual(output(main(`
    for (const ms of [120, 40, 80, 0.2]) $.go(sleeper(ms));
    const t = $.setTimer(5, () => print("never"));
    $.setTimer(60, () => print("timer"));
    print($.clearTimer(t), $.clearTimer(t));
    AWAIT($.sleep(200e6));
    print("end", $.goroutineCount());
  `, `${print} function* sleeper(ms) { AWAIT($.sleep(ms * 1e6)); print(ms); }`)), ["true false", "0.2", "40", "timer", "80", "120", "end 1"]);
});

test("main's end ends the program", () => {
  assert.deepEqual(output(main(`$.go(forever()); AWAIT($.sleep(2e6)); print("bye");`, `${print} function* forever() { for (;;) AWAIT($.sleep(1e12)); }`)), ["bye"]);
  assert.deepEqual(output(main(`$.go(spin()); AWAIT($.sleep(5e6)); print("bye");`, `${print} function* spin() { for (;;) AWAIT($.gosched()); }`)), ["bye"]);
});

test("host operations: promises, callbacks", () => {
  assert.deepEqual(output(main(`
    print(AWAIT($.awaitPromise(new Promise((f) => setTimeout(f, 5, "value")))));
    try { AWAIT($.awaitPromise(Promise.reject("no"), (e) => new $.GoPanic(e))); } catch (e) { print("caught", e.value); }
    const ch = $.makeChan($.STRING, 0);
    $.hostStarted();
    setTimeout(() => { $.goCall($.parking(put), ch, "from callback"); $.hostDone(); }, 5);
    print(AWAIT($.receive(ch)));
    $.goPromise($.parking(slow)).then((v) => { $.outputText(1, v + "\\n"); $.goCall($.parking(put), ch, "x"); });
    AWAIT($.receive(ch));
  `, `${print} function* put(ch, v) { AWAIT($.send(ch, v)); } function* slow() { AWAIT($.sleep(1e6)); return "settled"; }`)), ["value", "caught no", "from callback", "settled"]);
});

test("plain functions as goroutines, semaphores, initialisers", () => {
  assert.deepEqual(output(`${print}
    const s = new $.Semaphore(1), done = $.makeChan($.NUMBER, 3);
    function* critical(i) { AWAIT($.semacquire(s, "sync.Mutex.Lock")); print("in", i); AWAIT($.sleep(1e5)); $.semrelease(s); $.send(done, i); }
    function* main() { for (let i = 0; i < 3; i++) $.go(critical(i)); $.goCall(() => print("plain")); $.goCall(print, "with", 1); for (let i = 0; i < 3; i++) AWAIT($.receive(done)); }
    function* init1() { AWAIT($.sleep(1e5)); print("init"); }
    $.run($.parking(main), [$.parking(init1), () => print("init2")]);`), ["init", "init2", "in 0", "plain", "with 1", "in 1", "in 2"]);
});

test("output keeps its order across stdout and stderr", () => {
  const { stdout, status } = runProgram(`$.run(() => { for (let i = 0; i < 30000; i++) $.outputText(1, "line " + i + "\\n"); $.exit(3); });`);
  assert.equal(status, 3);
  assert.equal(stdout.length, 318890);
});

test("deadlocks are reported", () => {
  const wait = (body, before) => {
    const { stderr, status } = runProgram(program(main(body, before)));
    assert.equal(status, 2);
    return stderr.replace(/\n\n/g, "\n").trim().split("\n");
  };
  const head = "fatal error: all goroutines are asleep - deadlock!";
  assert.deepEqual(wait("AWAIT($.receive(null));"), [head, "goroutine 1 [chan receive (nil chan)]:"]);
  assert.deepEqual(wait("AWAIT($.send(null, 1));"), [head, "goroutine 1 [chan send (nil chan)]:"]);
  assert.deepEqual(wait("AWAIT($.select([], false));"), [head, "goroutine 1 [select (no cases)]:"]);
  assert.deepEqual(wait("AWAIT($.select([[$.makeChan($.NUMBER)]], false));"), [head, "goroutine 1 [select]:"]);
  assert.deepEqual(wait("const c = $.makeChan($.NUMBER); $.go(f(c)); AWAIT($.receive($.makeChan($.NUMBER)));", "function* f(c) { AWAIT($.send(c, 1)); }"),
    [head, "goroutine 1 [chan receive]:", "goroutine 2 [chan send]:"]);
  assert.deepEqual(wait("$.goexit();"), ["fatal error: no goroutines (main called runtime.Goexit) - deadlock!"]);
  assert.deepEqual(wait("$.go(f()); $.goexit();", "function* f() { AWAIT($.sleep(1e6)); }"), ["fatal error: no goroutines (main called runtime.Goexit) - deadlock!"]);
});

test("a panic in a goroutine ends the program", () => {
  assert.deepEqual(failure(program(main("$.go(f()); AWAIT($.sleep(1e9));", 'function* f() { AWAIT($.sleep(1e6)); $.panic("in g"); }'))), [2, "panic: in g"]);
});

test("many parked goroutines", () => {
  assert.deepEqual(output(main(`
    const ch = $.makeChan($.NUMBER, 0);
    for (let i = 0; i < 200000; i++) $.go(w(ch));
    AWAIT($.gosched());
    const mb = process.memoryUsage().rss / 1e6;
    for (let i = 0; i < 200000; i++) $.send(ch, 1);
    print($.goroutineCount() > 1, mb < 300);
  `, `${print} function* w(ch) { AWAIT($.receive(ch)); }`)), ["true true"]);
});
