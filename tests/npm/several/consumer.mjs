import { readFileSync } from "node:fs";
import { Name, Origin, Started } from "several";
import { ErrFar, GoError, Move, Name as inner } from "several/geometry";
import { GoError as same, Of } from "several/text";

console.log(Name, inner, Started(), Of(Move(Origin(), 2.5)), GoError === same);
try {
  Move({ X: 1 }, 1000);
} catch (e) {
  console.log(e.message, e === ErrFar);
}
const { name, version, license, exports, sideEffects } = JSON.parse(readFileSync("node_modules/several/package.json"));
console.log(name, version, license, JSON.stringify(exports), sideEffects);
