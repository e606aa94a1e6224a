import { Origin } from "several";
import { GoError, Move, type Point } from "several/geometry";
import { Of } from "several/text";

const point: Point = Move(Origin(), 1);
const text: string = Of(point);
const error: Error = null as unknown as GoError;
export { error, text };
