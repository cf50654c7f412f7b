import { Refusal } from './problem';

/**
 * Numbers that differ by no more than this part of the larger one, or by this much in all, count
 * as equal: 0.1 + 0.2 == 0.3, and floor(0.3/0.1) is 3. The language table says so.
 */
export const tolerance = { relative: 1e-12, absolute: 1e-15 } as const;

export function isEqual(a: number, b: number): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= Math.max(tolerance.relative * larger, tolerance.absolute);
}

/** The nearest whole number where `x` counts as equal to it and not to `rounded`; else `rounded`. */
function wholeOr(rounded: number, x: number): number {
  const nearest = Math.round(x);
  return isEqual(x, nearest) && !isEqual(x, rounded) ? nearest + 0 : rounded + 0;
}

export const floor = (x: number): number => wholeOr(Math.floor(x), x);
export const ceil = (x: number): number => wholeOr(Math.ceil(x), x);

/** A quotient. Throws a Refusal where the divisor is 0. */
export function divide(x: number, y: number): number {
  if (y === 0) throw new Refusal({ kind: 'divisionByZero' });
  return x / y;
}

/** A power. Throws a Refusal for 0 to a negative power; NaN for a root of a negative number. */
export function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw new Refusal({ kind: 'divisionByZero' });
  return base ** exponent;
}

/**
 * What is left of `x` when `y` is taken from it as often as it fits: from 0 up to `y`, with the sign
 * of `y`. Exact for whole numbers; others count as multiples where only rounding keeps them from
 * it. Throws a Refusal where `y` is 0.
 */
export function remainder(x: number, y: number): number {
  if (y === 0) throw new Refusal({ kind: 'divisionByZero' });
  let rest = x % y;
  if (rest !== 0 && rest < 0 !== y < 0) rest += y;
  if (Number.isInteger(x) && Number.isInteger(y)) return rest + 0;
  const slack = 2 * Number.EPSILON * Math.max(Math.abs(x), Math.abs(y));
  const isMultiple = Math.min(Math.abs(rest), Math.abs(y - rest)) <= slack;
  return isMultiple ? 0 : rest;
}

/** How many places a number can be rounded to, before or after its point. */
export const mostPlaces = 15;

/**
 * A number rounded to places after its point, or with negative `places` before it; halves of its
 * decimal digits go away from 0. Throws a Refusal where `places` is not whole or beyond 15.
 */
export function round(x: number, places = 0): number {
  if (!Number.isInteger(places) || Math.abs(places) > mostPlaces) {
    throw new Refusal({ kind: 'badPlaces', most: mostPlaces });
  }
  const shifted = shiftPoint(Math.abs(x), places);
  // From here on a number has no digits that could be rounded.
  if (!(shifted < 2 ** 52)) return x;
  return Math.sign(x) * shiftPoint(Math.round(shifted), -places) + 0;
}

/** A number with its decimal point moved: exact in decimal digits, as multiplying would not be. */
function shiftPoint(x: number, places: number): number {
  const [digits, exponent] = x.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** A logarithm, natural where no base is given; NaN where there is none. */
export function logarithm(x: number, base?: number): number {
  if (!(x > 0) || (base !== undefined && !(base > 0))) return NaN;
  if (base === undefined) return Math.log(x);
  if (base === 10) return Math.log10(x);
  return divide(Math.log2(x), Math.log2(base));
}
