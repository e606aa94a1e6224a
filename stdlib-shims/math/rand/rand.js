/** The halves of a product of 64 bits. */
export function product(a, b) {
  const low = Math.imul(a, b) >>> 0;
  // The product of one factor with 16 bits of the other is exact.
  const lower = a * (b & 0xffff), upper = a * (b >>> 16);
  const carry = Math.floor(lower / 65536) + upper;
  return [Math.floor(carry / 65536), low];
}
