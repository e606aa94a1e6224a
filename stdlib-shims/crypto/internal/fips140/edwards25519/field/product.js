const MASK = (1n << 51n) - 1n;

/** Modulo 2^255 - 19: what is above 2^255 counts 19 times below. */
export function product(a0, a1, a2, a3, a4, b0, b1, b2, b3, b4) {
  let wide = joined(a0, a1, a2, a3, a4) * joined(b0, b1, b2, b3, b4);
  wide = BigInt.asUintN(255, wide) + 19n * (wide >> 255n);
  wide = BigInt.asUintN(255, wide) + 19n * (wide >> 255n);
  return [wide & MASK, (wide >> 51n) & MASK, (wide >> 102n) & MASK, (wide >> 153n) & MASK, wide >> 204n];
}

/** Limbs may be a bit longer than 51. */
function joined(l0, l1, l2, l3, l4) {
  return l0 + (l1 << 51n) + (l2 << 102n) + (l3 << 153n) + (l4 << 204n);
}
