import { bubbleTime, runInBubble, waitForBubble } from "goes:runtime";

export function run(f) {
  return runInBubble(f);
}

export function wait() {
  return waitForBubble();
}

export function isInBubble() {
  return bubbleTime() >= 0;
}
