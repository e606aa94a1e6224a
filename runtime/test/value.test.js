import assert from "node:assert/strict";
import { test } from "node:test";
import * as $ from "../index.js";

const panics = (fn, message) => assert.throws(fn, (e) => e instanceof $.GoPanic && e.message === message, message);

test("strings are bytes", () => {
  const s = $.utf8("hé€😀");
  assert.equal(s.length, 10);
  assert.equal($.toHost(s), "hé€😀");
  assert.equal($.fromHost("\ud800x"), "\xef\xbf\xbdx");
  assert.equal($.toHost("a\xffb\xe2\x82"), "a\ufffdb\ufffd\ufffd");
  assert.deepEqual([...$.stringToRunes(s).array], [104, 233, 8364, 128512]);
  assert.equal($.runesToString($.stringToRunes(s)), s);
  assert.equal($.bytesToString($.stringToBytes(s)), s);
  const long = s.repeat(3000);
  assert.equal($.bytesToString($.stringToBytes(long)), long);
  assert.equal($.substring(s, 1, 3), "\xc3\xa9");
});

test("decodeRune agrees with TextDecoder on all kinds of bytes", () => {
  const decoder = new TextDecoder();
  const interesting = [0, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff];
  for (const a of interesting) for (const b of interesting) for (const c of interesting) for (const d of interesting) {
    const bytes = String.fromCharCode(a, b, c, d), decoded = $.decodeRune(bytes, 0), width = decoded & 7;
    if (decoded >> 3 === 0xfffd) assert.ok(width === 1 || bytes.startsWith("\xef\xbf\xbd"));
    else assert.equal(decoder.decode(Uint8Array.of(a, b, c, d).subarray(0, width)), String.fromCodePoint(decoded >> 3));
    if (decoded >> 3 !== 0xfffd) assert.equal($.runeToString(decoded >> 3), bytes.slice(0, width));
    else assert.match(decoder.decode(Uint8Array.of(a, b, c, d)), /^\ufffd/);
  }
  assert.equal($.runeToString(-1), "\xef\xbf\xbd");
  assert.equal($.runeToString(2n ** 60n), "\xef\xbf\xbd");
});

class Point {
  constructor(X = 0, Y = "") {
    this.X = X;
    this.Y = Y;
  }
  $clone() {
    return new Point(this.X, this.Y);
  }
  get $type() {
    return pointPointer;
  }
  Get() {
    return this === null ? "nil" : this.X;
  }
}
const pointStruct = $.structType("struct { X int; Y string }", () => [["X", () => $.intType], ["Y", () => $.stringType, 0, "json:\"y\""]], () => Point);
const pointType = $.namedType({ text: "main.Point", name: "Point", pkg: "main", underlying: () => pointStruct, methods: () => [], class: () => Point });
const pointPointer = $.pointerType(() => pointType, undefined, () => [["Get", () => $.funcTypeOf([], [$.intType], false)]]);
const intSlice = $.sliceType(() => $.intType);
const bad = $.structType("struct { f []int }", () => [["f", () => intSlice, 2, "", "main"]]);
const anyArray = $.arrayType(1, () => $.emptyInterfaceType);
class TemperatureBox extends $.Value {
  get $type() {
    return temperature;
  }
  String() {
    return this.$value + "°";
  }
}
const temperature = $.namedType({
  text: "main.Temperature", name: "Temperature", pkg: "main", underlying: () => $.float64Type, box: () => TemperatureBox,
  methods: () => [["String", () => $.funcTypeOf([], [$.stringType], false)]],
});

test("interface values: types, boxes, nil pointers", () => {
  assert.equal($.typeOf(5), $.intType);
  assert.equal($.typeOf(2n ** 60n), $.intType);
  assert.equal($.typeOf("x"), $.stringType);
  assert.equal($.typeOf(null), null);
  assert.equal($.box($.intType, 5), 5);
  assert.equal($.typeOf($.box($.uint8Type, 5)), $.uint8Type);
  const p = new Point(3);
  assert.equal($.box(pointPointer, p), p);
  assert.equal($.typeOf(p), pointPointer);
  const nil = $.nilBox(Point);
  assert.equal($.box(pointPointer, null), nil);
  assert.equal($.nilBoxOf(pointPointer), nil);
  assert.equal(nil.Get(), "nil");
  assert.equal($.typeOf(nil), pointPointer);
  assert.ok(nil instanceof Point);
  assert.equal($.unwrapPointer(nil), null);
  assert.equal($.unwrap(nil), null);
  assert.equal($.unwrapPointer(p), p);
  const boxed = $.box(pointType, p);
  assert.equal($.unwrap(boxed), p);
  assert.equal($.typeOf(boxed), pointType);
  assert.equal($.box(temperature, 20).String(), "20°");
});

test("equality of interface values", () => {
  const b = (v) => $.box(pointType, v);
  assert.ok($.equal(b(new Point(1, "a")), b(new Point(1, "a"))));
  assert.ok(!$.equal(b(new Point(1, "a")), b(new Point(1, "b"))));
  assert.ok(!$.equal(new Point(1), new Point(1)));
  assert.ok(!$.equal($.box($.uint8Type, 1), $.box($.int8Type, 1)));
  assert.ok(!$.equal(1, $.box($.int8Type, 1)));
  const nan = $.box($.float64Type, NaN);
  assert.ok(!$.equal(nan, nan));
  assert.ok($.equal($.box($.complex128Type, new $.Complex(1, 2)), $.box($.complex128Type, new $.Complex(1, 2))));
  assert.ok($.equal(null, null));
  const s = $.box(intSlice, $.nilSlice);
  panics(() => $.equal(s, s), "runtime error: comparing uncomparable type []int");
  assert.ok(!$.equal(s, 1));
  const y = $.box(bad, { f: $.nilSlice });
  panics(() => $.equal(y, y), "runtime error: comparing uncomparable type struct { f []int }");
  panics(() => $.equal($.box(anyArray, [s]), $.box(anyArray, [s])), "runtime error: comparing uncomparable type []int");
  const q = $.pointerType(() => $.intType), object = { a: 1 };
  assert.ok($.equal($.box(q, $.fieldPointer(object, "a")), $.box(q, $.fieldPointer(object, "a"))));
  assert.ok(!$.equal($.box(q, $.fieldPointer(object, "a")), $.box(q, null)));
});

test("pointers", () => {
  const a = { key: 1, object: 2 }, b = { key: 1, object: 2 }, s = $.sliceOf([1, 2, 3]);
  assert.ok(!$.samePointer(a, b));
  assert.ok(!pointPointer.equal(a, b));
  assert.notEqual($.pointerType(() => pointType).hash(a), $.pointerType(() => pointType).hash(b));
  assert.ok($.samePointer($.elementPointer(s, 1), $.arrayElementPointer(s.array, 1)));
  assert.ok(!$.samePointer($.elementPointer(s, 1), $.elementPointer(s, 2)));
  assert.ok($.sameElement(s, 1, $.sliceFrom(s, 1), 0) && !$.sameElement(s, 1, s, 0) && !$.sameElement(s, 0, $.sliceOf([1]), 0));
  const p = $.elementPointer(s, 2);
  p.v += 5;
  assert.equal($.index(s, 2), 8);
  assert.equal($.unsafeString($.unsafeStringData("hello"), 3), "hel");
  assert.equal($.unsafeSlice($.unsafeSliceData(s), 2).length, 2);
  panics(() => $.fieldPointer(null, "x"), "runtime error: invalid memory address or nil pointer dereference");
});

test("type assertions panic with Go's words", () => {
  panics(() => $.assertFailed("a", "int", "interface {}"), "interface conversion: interface {} is string, not int");
  panics(() => $.assertFailed(null, "*main.M1", "main.I"), "interface conversion: main.I is nil, not *main.M1");
  panics(() => $.assertInterface(null, ["M"], "main.I"), "interface conversion: interface is nil, not main.I");
  panics(() => $.assertInterface(new Point(), ["Get", "M"], "main.I"), "interface conversion: *main.Point is not main.I: missing method M");
  panics(() => $.assertInterface("s", ["String"], "fmt.Stringer"), "interface conversion: string is not fmt.Stringer: missing method String");
  assert.equal($.assertInterface(5, [], "interface {}"), 5);
  assert.ok($.hasMethods(new Point(), ["Get"]));
  assert.ok($.hasMethods($.nilBox(Point), ["Get"]));
  assert.ok(!$.hasMethods(new Point(), ["X"]));
  assert.ok(!$.hasMethods("s", ["at"]));
  assert.ok(!$.hasMethods(null, []));
  assert.ok($.implementsType(temperature, $.interfaceType("fmt.Stringer", () => [["String", null]])));
  assert.ok(!$.implementsType($.stringType, $.errorType));
  for (const text of ["runtime.errorString", "*runtime.TypeAssertionError"]) assert.ok($.implementsType($.typeOf(new $.RuntimeError("x", text)), $.errorType));
});

test("maps by key", () => {
  const m = new $.KeyMap(pointType);
  m.set(new Point(1, "a"), "x").set(new Point(1, "a"), "y").set(new Point(12, ""), "z").set(new Point(1, "2"), "w");
  assert.equal(m.size, 3);
  assert.equal(m.get(new Point(1, "a")), "y");
  assert.equal(m.get(new Point(1, "b")), undefined);
  assert.ok(m.delete(new Point(12, "")));
  const floats = new $.KeyMap($.float64Type);
  floats.set(NaN, 1).set(NaN, 2).set(0, 3).set(-0, 4);
  assert.equal(floats.size, 3);
  assert.equal(floats.get(NaN), undefined);
  assert.equal(floats.get(0), 4);
  assert.deepEqual([...floats].map(([, v]) => v), [1, 2, 4]);
  assert.ok(Object.is([...floats.keys()][2], -0));
  floats.clear();
  assert.equal(floats.size, 0);
});

test("maps by interface keys", () => {
  const m = new $.KeyMap($.emptyInterfaceType), p = new Point(1);
  const keys = [1, "1", true, null, p, new Point(1), $.box($.uint8Type, 1), $.box($.float64Type, 1), $.box(pointType, new Point(1, "x")), "\0", 2n ** 60n, $.box($.float64Type, 0)];
  keys.forEach((k, i) => m.set(k, i));
  assert.equal(m.size, keys.length);
  keys.forEach((k, i) => assert.equal(m.get(k), i));
  assert.equal(m.get($.box($.uint8Type, 1)), 6);
  assert.equal(m.get($.box(pointType, new Point(1, "x"))), 8);
  assert.equal(m.get($.box($.float64Type, -0)), 11);
  m.set($.box($.float64Type, NaN), 0).set($.box($.float64Type, NaN), 0);
  assert.equal(m.size, keys.length + 2);
  panics(() => m.get($.box(intSlice, $.nilSlice)), "runtime error: hash of unhashable type []int");
  panics(() => m.set($.box(anyArray, [$.box(intSlice, $.nilSlice)]), 1), "runtime error: hash of unhashable type []int");
});

test("nil maps and ranges", () => {
  panics(() => $.nilMap.set("a", 1), "assignment to entry in nil map");
  assert.equal($.nilMap.get("a"), undefined);
  assert.equal($.nilMap.delete("a"), false);
  const m = new Map([[1, 1], [2, 2], [3, 3]]);
  const seen = [];
  for (const [k] of $.mapEntries(m)) {
    seen.push(k);
    m.delete(k + 1);
    m.delete(k);
    m.set(k, 0);
    m.set(k + 100, 0);
  }
  assert.deepEqual(seen.slice(0, 2), [1, 3]);
  assert.ok(seen.length <= 3);
});

test("descriptors", () => {
  const int = $.intType, f = $.funcType(() => [int, intSlice], () => [$.stringType, $.errorType], true);
  assert.equal(f.text, "func(int, ...int) (string, error)");
  assert.equal($.chanType(3, () => $.chanType(1, () => int)).text, "chan (<-chan int)");
  assert.equal($.chanType(2, () => int).text, "chan<- int");
  assert.equal($.mapType(() => $.stringType, () => pointPointer).text, "map[string]*main.Point");
  assert.equal($.arrayType(3, () => int).text, "[3]int");
  assert.equal($.sliceTypeOf(int), intSlice);
  assert.equal(pointType.pointerTo, pointPointer);
  assert.equal(pointPointer.pointerTo, $.pointerTypeOf(pointPointer));
  assert.equal($.mapTypeOf(int, int), $.mapTypeOf(int, int));
  assert.deepEqual([pointType.kind, pointType.size, pointPointer.kind, pointType.isComparable, bad.isComparable], [25, 24, 22, true, false]);
  assert.deepEqual(pointType.fields.map((x) => [x.name, x.exported, x.tag]), [["X", true, ""], ["Y", true, "json:\"y\""]]);
  assert.deepEqual(pointType.zero(), new Point());
  assert.deepEqual($.arrayType(2, () => pointType).zero(), [new Point(), new Point()]);
  assert.deepEqual(pointPointer.methods.map((x) => x.name), ["Get"]);
  assert.deepEqual($.errorType.methods.map((x) => [x.name, x.type.text]), [["Error", "func() string"]]);
  const text = 'struct { A int; B uint8 "x" }';
  const made = $.structTypeOf([{ name: "A", type: int, exported: true }, { name: "B", type: $.uint8Type, tag: "x" }], text);
  assert.equal(made.text, "struct { A int; B uint8 \"x\" }");
  assert.equal(made.zero().B, 0);
  assert.equal(made.size, 16);
  assert.equal($.structTypeOf([{ name: "A", type: int, exported: true }, { name: "B", type: $.uint8Type, tag: "x" }], text), made);
  assert.equal($.alignment(made), 8);
  const target = made.zero();
  made.assign(target, { A: 5, B: 6 });
  assert.deepEqual([target.A, made.clone(target).B, made.equal(target, made.clone(target))], [5, 6, true]);
  assert.equal($.typeOf(new $.RuntimeError("x", "*runtime.TypeAssertionError")).text, "*runtime.TypeAssertionError");
});

test("print formats", () => {
  const floats = [
    [100000, "100000"], [1e6, "1e+06"], [123456, "123456"], [1234567, "1.234567e+06"], [0.0001, "0.0001"], [0.00001, "1e-05"], [0.00012345, "0.00012345"],
    [1e21, "1e+21"], [5e-324, "5e-324"], [Number.MAX_VALUE, "1.7976931348623157e+308"], [-0, "-0"], [0, "0"], [999999.5, "999999.5"], [NaN, "NaN"], [Infinity, "+Inf"], [-1.5, "-1.5"],
  ];
  for (const [x, text] of floats) assert.equal($.printFloat(x), text);
  assert.equal($.printFloat32(Math.fround(0.1)), "0.1");
  assert.equal($.printFloat32(Math.fround(3.4e38)), "3.4e+38");
  assert.equal($.printComplex64(new $.Complex(Math.fround(0.1), -2)), "(0.1-2i)");
  assert.equal($.printComplex(new $.Complex(Infinity, NaN)), "(+Inf+NaNi)");
});

test("complex division", () => {
  const q = $.complexDiv(new $.Complex(1, 2), new $.Complex(3, -4));
  assert.deepEqual([q.re, q.im], [-0.2, 0.4]);
  const z = $.complexDiv(new $.Complex(1, 1), new $.Complex(0, 0));
  assert.deepEqual([z.re, z.im], [Infinity, Infinity]);
});
