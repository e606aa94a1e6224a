import assert from "node:assert/strict";
import { test } from "node:test";
import * as $ from "../index.js";

const panics = (fn, message) => assert.throws(fn, (e) => e instanceof $.GoPanic && e.message === "runtime error: " + message, message);
const values = (s) => Array.from(s.array.slice(s.offset, s.offset + s.length));

class Point {
  constructor(x = 0) {
    this.x = x;
  }
  $clone() {
    return new Point(this.x);
  }
  $assign(p) {
    this.x = p.x;
  }
}
const points = $.elements(() => new Point(), (p) => p.$clone(), 8, false);

test("append grows as Go's runtime does on the heap", () => {
  const caps = (kind, n) => {
    const seen = [];
    let s = $.nilSlice;
    for (let i = 0; i < n; i++) {
      s = $.append1(kind, s, kind.zero());
      if (s.capacity !== seen.at(-1)) seen.push(s.capacity);
    }
    return seen;
  };
  assert.deepEqual(caps($.UINT8, 5000), [8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048, 3072, 4096, 5376]);
  assert.deepEqual(caps($.NUMBER, 20000), [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408, 5120, 7168, 9216, 12288, 16384, 21504]);
  assert.deepEqual(caps($.STRING, 5000), [1, 2, 4, 8, 16, 32, 71, 143, 303, 591, 1023, 1535, 2560, 3584, 5120]);
  assert.deepEqual(caps($.NULL, 5000), [1, 2, 4, 8, 16, 32, 64, 143, 287, 607, 1023, 1535, 2303, 3071, 4095, 6144]);
  assert.deepEqual(caps($.SLICES, 3000), [1, 2, 4, 8, 16, 37, 74, 170, 341, 682, 1135, 1706, 2389, 3413]);
  assert.deepEqual(caps($.BOOL, 100), [8, 16, 32, 64, 128]);
  assert.equal($.append($.NUMBER, $.nilSlice, 1, 2, 3).capacity, 3);
  assert.equal($.append($.NUMBER, $.nilSlice, 1, 2, 3, 4, 5).capacity, 6);
});

test("append writes into the capacity and leaves the old header alone", () => {
  for (const kind of [$.NUMBER, $.INT32, $.FLOAT64]) {
    const s = $.makeSlice(kind, 1, 4), t = $.append(kind, s, 2, 3), u = $.append1(kind, s, 9);
    assert.deepEqual([values(s), values(t), values(u)], [[0], [0, 9, 3], [0, 9]]);
    assert.equal(t.array, s.array);
    assert.deepEqual(values($.appendSlice(kind, t, t)), [0, 9, 3, 0, 9, 3]);
  }
  assert.equal($.append($.NUMBER, $.nilSlice), $.nilSlice);
  assert.equal($.appendSlice($.NUMBER, $.nilSlice, $.nilSlice), $.nilSlice);
  assert.equal($.nilSlice.array.length, 0);
  assert.equal($.bytesToString($.appendString($.stringToBytes("ab"), "cd")), "abcd");
});

test("places own their structs", () => {
  const a = $.append(points, $.nilSlice, new Point(1), new Point(2));
  const p = a.array[0], grown = $.append1(points, a, new Point(3));
  grown.array[0].x = 7;
  assert.equal(p.x, 1);
  const overwritten = $.append1(points, $.subslice(points, a, 0, 0), new Point(5));
  assert.equal(overwritten.array[0], p);
  assert.equal(p.x, 5);
  const b = $.makeSlice(points, 3);
  $.copySlice(points, b, a);
  assert.notEqual(b.array[0], p);
  $.copySlice(points, $.subslice(points, b, 1), b);
  assert.deepEqual(values(b).map((q) => q.x), [5, 5, 2]);
  $.clearSlice(points, b);
  assert.deepEqual(values(b).map((q) => q.x), [0, 0, 0]);
});

test("copy of overlapping ranges", () => {
  for (const kind of [$.NUMBER, $.UINT8]) {
    const s = $.append(kind, $.nilSlice, ...Array.from({ length: 40 }, (_, i) => i));
    assert.equal($.copySlice(kind, $.subslice(kind, s, 1), s), 39);
    assert.deepEqual(values(s), [0, ...Array.from({ length: 39 }, (_, i) => i)]);
    assert.equal($.copySlice(kind, s, $.subslice(kind, s, 2)), 38);
    assert.equal(values(s)[0], 1);
  }
});

test("reslicing beyond the length shows zero values", () => {
  const s = $.makeSlice($.STRING, 0, 5);
  assert.deepEqual(values($.subslice($.STRING, s, 0, 3)), ["", "", ""]);
  assert.deepEqual(values($.subslice(points, $.makeSlice(points, 1, 3), 0, 3)).map((p) => p.x), [0, 0, 0]);
  const three = $.subslice($.NUMBER, $.makeSlice($.NUMBER, 10), 2, 4, 6);
  assert.deepEqual([three.length, three.capacity], [2, 4]);
});

test("bounds panic with Go's words", () => {
  const s = $.makeSlice($.NUMBER, 3, 4), k = $.NUMBER, array = [0, 0, 0];
  panics(() => $.index(s, 5), "index out of range [5] with length 3");
  panics(() => $.index(s, -1), "index out of range [-1]");
  panics(() => $.index(s, 2n ** 60n), "index out of range [1152921504606846976] with length 3");
  panics(() => $.setArrayIndex(array, 5, 1), "index out of range [5] with length 3");
  panics(() => $.stringIndex("héllo", 10), "index out of range [10] with length 5");
  panics(() => $.subslice(k, s, 0, 5), "slice bounds out of range [:5] with capacity 4");
  panics(() => $.subslice(k, s, 5), "slice bounds out of range [5:3]");
  panics(() => $.sliceFrom(s, 5), "slice bounds out of range [5:3]");
  panics(() => $.subslice(k, s, 3, 2), "slice bounds out of range [3:2]");
  panics(() => $.subslice(k, s, -1), "slice bounds out of range [-1:]");
  panics(() => $.subslice(k, s, 0, -1), "slice bounds out of range [:-1]");
  panics(() => $.subslice(k, s, 0, 2, 5), "slice bounds out of range [::5] with capacity 4");
  panics(() => $.subslice(k, s, 0, 5, 4), "slice bounds out of range [:5:4]");
  panics(() => $.subslice(k, s, 5, 4, 4), "slice bounds out of range [5:4:]");
  panics(() => $.subslice(k, s, 0, 2, -1), "slice bounds out of range [::-1]");
  panics(() => $.subslice(k, s, 0, -1, 2), "slice bounds out of range [:-1:]");
  panics(() => $.subslice(k, s, -1, 1, 2), "slice bounds out of range [-1::]");
  panics(() => $.sliceArray(array, 0, 5), "slice bounds out of range [:5] with length 3");
  panics(() => $.sliceArray(null), "invalid memory address or nil pointer dereference");
  panics(() => $.substring("hello!", 0, 10), "slice bounds out of range [:10] with length 6");
  panics(() => $.substring("hello!", 10), "slice bounds out of range [10:6]");
  panics(() => $.makeSlice(k, -1), "makeslice: len out of range");
  panics(() => $.makeSlice(k, 0, -1), "makeslice: cap out of range");
  panics(() => $.makeSlice(k, 5, 2), "makeslice: cap out of range");
  panics(() => $.makeSlice(k, 2n ** 62n), "makeslice: len out of range");
  panics(() => $.sliceToArray(k, s, 4), "cannot convert slice with length 3 to array or pointer to array with length 4");
});

test("conversions to arrays", () => {
  const s = $.append($.NUMBER, $.nilSlice, 1, 2, 3), window = $.sliceToArrayPointer($.subslice($.NUMBER, s, 1), 2);
  assert.deepEqual($.sliceToArray($.NUMBER, s, 2), [1, 2]);
  window[0] = 9;
  assert.deepEqual([window[1], window.length, s.array[1]], [3, 2, 9]);
  const bytes = $.stringToBytes("abc"), view = $.sliceToArrayPointer($.subslice($.UINT8, bytes, 1), 2);
  view[0] = 65;
  assert.equal($.bytesToString(bytes), "aAc");
  assert.equal($.sliceToArrayPointer($.nilSlice, 0), null);
  assert.deepEqual($.sliceToArray($.NUMBER, $.nilSlice, 0), []);
});

test("rows are taken apart where all begin with their arrays, and there are enough", () => {
  const rows = (n, width) => Array.from({ length: n }, () => $.makeSlice($.FLOAT64, width));
  const some = rows(20, 30);
  some[3] = $.subslice($.FLOAT64, some[3], 0, 25);
  assert.equal($.leastLength(some, 0, 20, 20, 20), 25);
  assert.equal($.leastLength(some, 4, 16, 15, 20), 30);
  assert.equal($.leastLength(some, 0, 20, 21, 20), 0);
  assert.equal($.leastLength(some, 0, 20, 20, 2), 0);
  assert.equal($.leastLength(some, 0, 20, 2, 20), 0);
  assert.deepEqual($.rowArrays(some, 4, 15, 30), some.slice(4, 19).map((row) => row.array));
  assert.deepEqual($.rowArrays(some, 0, 20, 0), []);
  some[7] = $.sliceFrom(some[7], 1);
  assert.equal($.leastLength(some, 0, 20, 20, 20), 0);
  some[7] = $.nilSlice;
  assert.equal($.leastLength(some, 0, 20, 20, 20), 0);
});
