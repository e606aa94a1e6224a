import { exit as hostExit, hostEnv, fromHost, nilSlice, toHost, Slice } from "goes:runtime";

export function exit(code) {
  hostExit(Number(code) & 255);
}

export function getpid() {
  return globalThis.process?.pid ?? 1;
}

export function getppid() {
  return globalThis.process?.ppid ?? 0;
}

export function getuid() {
  return globalThis.process?.getuid?.() ?? -1;
}

export function getgid() {
  return globalThis.process?.getgid?.() ?? -1;
}

export function getgroups() {
  const list = globalThis.process?.getgroups?.();
  return list === undefined ? [nilSlice, false] : [new Slice(list, 0, list.length, list.length), true];
}

export function getenv(key) {
  const value = hostEnv()[toHost(key)];
  return value === undefined ? ["", false] : [fromHost(value), true];
}

export function setenv(key, value) {
  hostEnv()[toHost(key)] = toHost(value);
}

export function unsetenv(key) {
  delete hostEnv()[toHost(key)];
}

export function clearenv() {
  const env = hostEnv();
  for (const key of Object.keys(env)) delete env[key];
}

export function environ() {
  const list = Object.entries(hostEnv()).map(([key, value]) => fromHost(`${key}=${value}`));
  return new Slice(list, 0, list.length, list.length);
}

export function itoa(value) {
  return "" + value;
}
