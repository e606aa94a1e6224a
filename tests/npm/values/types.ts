import { Adder, Apply, Box, Calls, Double, ErrMissing, Find, GoError, Join, NewBox, Numbers, Tomorrow, Wait } from "values";
import type { Options } from "values";

const text: string = Join("-", "a", "b");
const length: number = Find(text);
const [n, m]: [bigint, bigint] = Double(1n, 2n);
const options: Options = { Title: "t", Tags: ["x"] };
const box: Box | null = NewBox(options);
const items: string[] = box!.Add("a")!.Items();
const [day, more]: [Date, number] = Tomorrow(new Date(), 5);
const waited: Promise<string> = Wait(5, { signal: new AbortController().signal });
const numbers: AsyncIterable<number> = Numbers(3);
const error: GoError = ErrMissing;
const words: string[] = Apply(["a"], (word, index) => word + index);
const sum: number = Adder(1)!(2, 3);
// @ts-expect-error: a number is no string
Join(1);
export { Calls, day, error, items, length, m, more, n, numbers, sum, waited, words };
