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

/** Ends the program for an exception that nothing caught. @param {any} thrown @param {number} id of the goroutine */
export function crash(thrown, id) {
  thrown.$report?.(id);
  const { message, stack } = thrown;
  if (!stack) throw thrown;
  writeText(2, (/stack|recursion/.test(message) ? "fatal error: stack overflow"
    : thrown instanceof TypeError && !/undefined|BigInt|iterable|constructor/.test(message)
      ? "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation]"
      : "goes: " + thrown) + `\n\ngoroutine ${id} [running]:\n${stack}\n`);
  exit(2);
}
