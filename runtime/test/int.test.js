import assert from "node:assert/strict";
import { test } from "node:test";
import * as $ from "../index.js";

let seed = 0x9e3779b97f4a7c15n;
/** 64 random bits. */
function random() {
  seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
  return BigInt.asUintN(64, seed ^ seed >> 29n);
}

const edges = [0n, 1n << 31n, 1n << 32n, 1n << 52n, 1n << 53n, -(1n << 53n), (1n << 63n) - 1n, -(1n << 63n), -(1n << 31n), (1n << 64n) - 1n, 1n << 62n];

/** An integer that is likely to be near an edge. */
function adversarial() {
  const kind = Number(random() % 8n), full = BigInt.asIntN(64, random());
  if (kind < 2) return full;
  if (kind < 4) return full >> random() % 63n;
  if (kind < 6) return edges[Number(random() % BigInt(edges.length))] + random() % 7n - 3n;
  return full >> (kind === 6 ? 10n + random() % 4n : 32n);
}

const count = Number(process.env.GOES_TEST_COUNT ?? 300000);

function checked(name, signed, args, got, want) {
  const exact = signed ? BigInt.asIntN(64, want) : BigInt.asUintN(64, want);
  const canonical = exact >= -9007199254740991n && exact <= 9007199254740991n ? Number(exact) : exact;
  if (!Object.is(got, canonical)) assert.fail(`${name}(${args.join(", ")}) = ${got} (${typeof got}), want ${canonical}`);
}

const binary = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b, andNot: (a, b) => a & ~b,
};
const division = { div: (a, b) => a / b, rem: (a, b) => a % b };

for (const [suffix, signed] of [["", true], ["U", false]]) {
  const wrap = signed ? (x) => BigInt.asIntN(64, x) : (x) => BigInt.asUintN(64, x);
  const form = signed ? $.canonical : $.canonicalU;

  test(`arithmetic of ${signed ? "int" : "uint"} agrees with bigints`, () => {
    for (let i = 0; i < count; i++) {
      const a = wrap(adversarial()), b = wrap(adversarial()), x = form(a), y = form(b);
      for (const name in binary) checked(name + suffix, signed, [a, b], $[name + suffix](x, y), binary[name](a, b));
      if (b !== 0n) for (const name in division) checked(name + suffix, signed, [a, b], $[name + suffix](x, y), division[name](a, b));
      checked("neg" + suffix, signed, [a], $["neg" + suffix](x), -a);
      checked("not" + suffix, signed, [a], $["not" + suffix](x), ~a);
    }
  });

  test(`shifts of ${signed ? "int" : "uint"} agree with bigints`, () => {
    for (let i = 0; i < count; i++) {
      const a = wrap(adversarial()), n = Number(random() % 70n), x = form(a);
      const shift = i % 3 === 0 ? BigInt(n) : n;
      checked("shl" + suffix, signed, [a, n], $["shl" + suffix](x, shift), a << BigInt(n));
      checked("shr" + suffix, signed, [a, n], $["shr" + suffix](x, shift), a >> BigInt(n));
    }
    for (const f of ["shl", "shr"]) {
      assert.throws(() => $[f + suffix](1, -1), /negative shift amount/);
      assert.throws(() => $[f + suffix](1, -(2n ** 60n)), /negative shift amount/);
    }
    assert.equal($["shl" + suffix](1, 2n ** 63n), 0);
    assert.equal($["shr" + suffix](5, 2n ** 63n), 0);
  });
}

test("division by zero panics", () => {
  for (const f of ["div", "rem", "divU", "remU", "div32", "rem32", "divU32", "remU32"]) assert.throws(() => $[f](1, 0), { message: "runtime error: integer divide by zero" });
  for (const f of ["div", "rem", "divU", "remU"]) assert.throws(() => $[f](2n ** 60n, 0), /divide by zero/);
  assert.throws(() => $.div64(1n, 0n), /divide by zero/);
  assert.throws(() => $.rem64(1n, 0n), /divide by zero/);
});

test("uint64 helpers", () => {
  for (let i = 0; i < count / 4; i++) {
    const a = BigInt.asUintN(64, adversarial()), b = BigInt.asUintN(64, adversarial()), n = random() % 70n;
    if (b !== 0n) {
      assert.equal($.div64(a, b), a / b);
      assert.equal($.rem64(a, b), a % b);
    }
    assert.equal($.shl64(a, n), BigInt.asUintN(64, a << n));
    assert.equal($.shr64(a, Number(n)), a >> n);
  }
});

test("32-bit helpers", () => {
  assert.equal($.div32(-2147483648, -1), -2147483648);
  assert.ok(Object.is($.div32(-1, 2), 0));
  assert.ok(Object.is($.rem32(-4, 2), 0));
  assert.equal($.divU32(4294967295, 1), 4294967295);
  assert.equal($.remU32(4294967295, 10), 5);
  assert.equal($.shl32(1, 31), -2147483648);
  assert.equal($.shl32(1, 32), 0);
  assert.equal($.shr32(-8, 40n), -1);
  assert.equal($.shrU32(4294967295, 33), 0);
  assert.equal($.shrU32(4294967295, 4), 268435455);
  assert.throws(() => $.shl32(1, -1), /negative shift/);
});

test("conversions truncate", () => {
  for (let i = 0; i < count / 4; i++) {
    const a = adversarial(), n = i % 2 === 0 ? BigInt.asIntN(64, a) : BigInt.asUintN(64, a);
    const forms = [n];
    if (n >= -9007199254740991n && n <= 9007199254740991n) forms.push(Number(n));
    for (const x of forms) {
      for (const bits of [8, 16, 32]) {
        assert.equal($["toInt" + bits](x), Number(BigInt.asIntN(bits, n)));
        assert.equal($["toUint" + bits](x), Number(BigInt.asUintN(bits, n)));
      }
      checked("toInt64", true, [n], $.toInt64(x), n);
      checked("toUint", false, [n], $.toUint(x), n);
      assert.equal($.toUint64(x), BigInt.asUintN(64, n));
    }
  }
});

test("mulRem agrees with bigints", () => {
  for (let i = 0; i < count; i++) {
    const narrow = () => Number(BigInt.asIntN(54, random()) >> random() % 54n) || 1;
    const a = narrow(), b = narrow(), m = narrow();
    checked("mulRem", true, [a, b, m], $.mulRem(a, b, m), BigInt.asIntN(64, BigInt(a) * BigInt(b)) % BigInt(m));
  }
  // Where 32 bits are enough, and at their limits.
  const everyday = [0, 1, 4095, 4096, 46341, 1073741823, 1073741824, 2147483646, 2147483647];
  const moduli = [4095, 4096, 4097, 65537, 998244353, 1000000007, 1073741789, 1073741823, 1073741824, 1073741825];
  for (let i = 0; i < count; i++) everyday.push(Number(random() & 0x7fffffffn));
  for (const m of moduli) {
    for (let i = 0; i < everyday.length; i++) {
      const a = everyday[i], b = everyday[(i * 7 + 3) % everyday.length];
      checked("mulRem", true, [a, b, m], $.mulRem(a, b, m), BigInt(a) * BigInt(b) % BigInt(m));
      checked("mulRem", true, [a, a, m], $.mulRem(a, a, m), BigInt(a) * BigInt(a) % BigInt(m));
    }
  }
  assert.throws(() => $.mulRem(3, 4, 0), /divide by zero/);
});

test("floats become integers as on amd64", () => {
  const cases = [
    [1.9, 1, 1, 1, 1, 1, 1n], [-1.9, -1, -1, -1, 255, 4294967295, 18446744073709551615n], [300.5, 44, 300, 300, 44, 300, 300n],
    [-300.5, -44, -300, -300, 212, 4294966996, 18446744073709551316n], [3e9, 0, -2147483648, 3000000000, 0, 3000000000, 3000000000n],
    [-3e9, 0, -2147483648, -3000000000, 0, 1294967296, 18446744070709551616n], [5e9, 0, -2147483648, 5000000000, 0, 705032704, 5000000000n],
    [1e19, 0, -2147483648, -9223372036854775808n, 0, 0, 10000000000000000000n], [-1e19, 0, -2147483648, -9223372036854775808n, 0, 0, 9223372036854775808n],
    [2e19, 0, -2147483648, -9223372036854775808n, 0, 0, 9223372036854775808n], [NaN, 0, -2147483648, -9223372036854775808n, 0, 0, 9223372036854775808n],
    [9.3e18, 0, -2147483648, -9223372036854775808n, 0, 0, 9300000000000000000n], [4294967296.5, 0, -2147483648, 4294967296, 0, 0, 4294967296n],
    [-129, 127, -129, -129, 127, 4294967167, 18446744073709551487n], [-0.5, 0, 0, 0, 0, 0, 0n],
  ];
  for (const [x, i8, i32, i64, u8, u32, u64] of cases) {
    const got = [$.floatToInt8(x), $.floatToInt32(x), $.floatToInt64(x), $.floatToUint8(x), $.floatToUint32(x), $.floatToUint64(x), BigInt($.floatToUint(x))];
    assert.deepEqual(got, [i8, i32, i64, u8, u32, u64, u64], String(x));
  }
  assert.equal($.toFloat32(9007199791611905n), 9007200328482816);
});
