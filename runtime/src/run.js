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
  if (!(thrown instanceof Error)) throw thrown;
  const { message, stack } = thrown;
  const text = /stack|recursion/.test(message) ? "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow"
    : thrown instanceof TypeError && !/undefined|BigInt|iterable|constructor/.test(message)
      ? "panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]"
      : "goes: " + thrown;
  writeText(2, `${text}\n\ngoroutine ${id} [running]:\n${stack}\n`);
  exit(2);
}
