export function randomDigits() {
  return String(Math.floor(Math.random() * 4294967296));
}
