import { hostEnv, fromHost } from "goes:runtime";

export function environment() {
  return fromHost(hostEnv().GODEBUG ?? "");
}
