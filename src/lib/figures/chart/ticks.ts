import type { Range } from './scale';

/** The least multiple of 1, 2 or 5 times a power of ten that is not less than `size`; 0 where there is none. */
function roundStep(size: number): number {
  const exponent = Math.floor(Math.log10(size));
  const steps = [1, 2, 5, 10].map((factor) => Number(`${factor}e${exponent}`));
  return steps.find((step) => step >= size && Number.isFinite(step)) ?? 0;
}

/**
 * About `count` round values within a range, ascending: multiples of 1, 2 or 5 times a power of
 * ten, at most `count + 1` of them. The ends of the range where no round value lies in it.
 */
export function roundTicks([low, high]: Range, count: number): number[] {
  const step = roundStep(high / count - low / count);
  const first = Math.ceil(low / step);
  const number = Math.min(count, Math.floor(high / step - first + 1e-9)) + 1;
  // Counted before they are made: near 1e17 the next multiple of a small step is the same number.
  const ticks = Array.from({ length: number > 0 ? number : 0 }, (_, index) =>
    // Fifteen digits, so that three tenths are 0.3 and not what adding them leaves.
    Number(((first + index) * step).toPrecision(15)),
  );
  const distinct = ticks.filter(
    (tick, index) => tick >= low && tick <= high && tick !== ticks[index - 1],
  );
  if (distinct.length > 0) return distinct;
  return low < high ? [low, high] : [low];
}

/**
 * How numbers along an axis of a length are written: as exactly as a thousandth of it, at least
 * three digits after the point, scientific where they are very large or small, and in all their
 * digits where that takes fifteen; noughts at the end are left out. 1.5 along 4 is `1.5`; 1,000,002 along 10 is `1.000002e6`.
 */
export function axisNumber(value: number, length: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '-∞';
  const finest = Math.floor(Math.log10(Math.min(length, Number.MAX_VALUE))) - 3;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude < 6 && magnitude >= Math.max(finest, -4)) {
    return withoutNoughts(value.toFixed(Math.max(3, Math.min(14 - magnitude, -finest))));
  }
  const digits = Math.max(2, magnitude - finest);
  return value.toExponential(digits < 15 ? digits : undefined).replace(/\.?0*e\+?/, 'e');
}

function withoutNoughts(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
