import { exit, flusher, writeText } from "./host.js";

/** Runs a program that never parks. @param {() => unknown} main @returns {void} */
export function runPlain(main) {
  try {
    main();
  } catch (e) {
    crash(e, 1);
  }
  flusher?.();
}

/** Whether an exception is JavaScript's for a use of null: Go's nil dereference. Other TypeErrors, which name the
 * undefined, bigints and the like, are faults of the compiler. @param {any} thrown @returns {boolean} */
export function isNilUse(thrown) {
  return thrown instanceof TypeError && /null|^(?!.*(undef|bigint|itera))/i.test(thrown);
}

/** Ends the program for an exception that nothing caught. @param {any} thrown @param {number} id of the goroutine */
export function crash(thrown, id) {
  thrown.$report?.(id);
  if (!thrown.stack) throw thrown;
  writeText(2, /** @type {any} */ (globalThis).$goesTrace?.crash(thrown, id)
    ?? (/stack|recur/.test(thrown) ? "fatal error: stack overflow"
      : isNilUse(thrown) ? "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV]"
        : thrown) + `\n\ngoroutine ${id} [running]:\n${thrown.stack}\n`);
  exit(2);
}
