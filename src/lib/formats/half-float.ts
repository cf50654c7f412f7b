/*
 * Half precision, IEEE 754's binary16: a sign, five bits of exponent with a bias of 15, ten of fraction.
 * Node 20 and older browsers have no `getFloat16`.
 */

const fractionSteps = 2 ** 10;
/** The least exponent of a number with an implied 1; below it the steps stay as wide. */
const leastExponent = -14;

/** The number that 16 bits stand for. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / fractionSteps;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** leastExponent;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

/** The 16 bits of the number nearest to `value`, ties to even; infinity where it is too large. */
export function toHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  if (size === Infinity) return sign | 0x7c00;
  // Below the least exponent, and at zero, the same steps.
  const exponent = Math.max(leastExponent, Math.floor(Math.log2(size)));
  const steps = size / (2 ** exponent / fractionSteps);
  const below = Math.floor(steps);
  const rest = steps - below;
  const isUp = rest > 0.5 || (rest === 0.5 && below % 2 === 1);
  // A number with no implied 1 has fewer steps than `fractionSteps`; a carry goes into the exponent by itself.
  const rounded = below + Number(isUp) + (exponent - leastExponent) * fractionSteps;
  return sign | Math.min(0x7c00, rounded);
}
