import { outputText as write } from "goes:runtime";

export function outputText(fd, text) {
  write(fd, text);
}

export function plain(v) {
  return String(v);
}
