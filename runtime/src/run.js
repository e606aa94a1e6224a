import { exit, writeText } from "./host.js";

/** Runs a program that never parks: its package initialisers, then main.
 * @param {() => unknown} main @param {(() => unknown)[]} [inits] @returns {void} */
export function runPlain(main, inits = []) {
  try {
    for (const init of inits) init();
    main();
  } catch (e) {
    crash(e, 1);
  }
  writeText(1, "");
}

/** Whether an exception is JavaScript's for a use of null: Go's nil dereference. Other TypeErrors, which name the
 * undefined, bigints and the like, are faults of the compiler. @param {any} thrown @returns {boolean} */
export function isNilUse(thrown) {
  return thrown instanceof TypeError && /null|^(?!.*(undef|bigint|itera))/i.test(thrown.message);
}

/** Ends the program for an exception that nothing caught. @param {any} thrown @param {number} id of the goroutine
 * @param {string} [created] the lines about its start */
export function crash(thrown, id, created = "") {
  thrown.$report?.(id, created);
  if (!thrown.stack) throw thrown;
  const host = /** @type {any} */ (globalThis).$goesTrace;
  writeText(2, (/stack|recurs/.test(thrown.message) ? "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow"
    : isNilUse(thrown) ? "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation]"
      : "goes: " + thrown) + `\n\ngoroutine ${id} [running]:\n${host ? host.text(host.frames(thrown, null, thrown.waiting)) : thrown.stack + "\n"}${created}`);
  exit(2);
}
