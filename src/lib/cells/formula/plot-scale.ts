import type { Curve } from '$lib/notebook/formula';

/** A value's place in a picture, and the other way round. */
export interface Scale {
  (value: number): number;
  invert(place: number): number;
}

/** The straight line that takes the values from `low` to `high` to the places from `start` to `end`. */
export function linearScale([low, high]: Range, [start, end]: Range): Scale {
  const slope = (end - start) / (high - low);
  return Object.assign((value: number) => start + (value - low) * slope, {
    invert: (place: number) => low + (place - start) / slope,
  });
}

/** Two ends, the first less than the second. */
export type Range = readonly [number, number];

/** About `count` round values within a range: multiples of 1, 2 or 5 times a power of ten. */
export function roundTicks([low, high]: Range, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks = [];
  // Counted in whole steps, so that 0 is 0 and not what is left of adding tenths.
  for (let index = Math.ceil(low / step); index * step <= high + step * 1e-9; index++) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/**
 * The heights a plot shows. A curve that runs away, as 1/x does beside 0, is cut off so that the
 * rest can be seen: at once the span that 96 of 100 places take, above and below them.
 */
export function heightRange(curves: readonly Curve[]): Range {
  const heights = curves
    .flatMap(({ heights }) => heights)
    .filter((height): height is number => height !== null)
    .sort((a, b) => a - b);
  if (heights.length === 0) return [-1, 1];
  const at = (share: number) => heights[Math.round(share * (heights.length - 1))]!;
  const [low, high, least, greatest] = [at(0.02), at(0.98), at(0), at(1)];
  const span = high - low;
  const [bottom, top] = [Math.max(least, low - span), Math.min(greatest, high + span)];
  return bottom < top ? [bottom, top] : [bottom - 1, top + 1];
}

/** A curve as the path of an SVG, broken where it has no height or jumps across the whole picture. */
export function curvePath(
  heights: readonly (number | null)[],
  across: (index: number) => number,
  upwards: (height: number) => number,
  pictureHeight: number,
): string {
  let path = '';
  let before: number | undefined;
  heights.forEach((height, index) => {
    if (height === null) {
      before = undefined;
      return;
    }
    // Far beyond the edge is as good as infinitely far, and numbers stay short.
    const y = Math.max(-pictureHeight, Math.min(2 * pictureHeight, upwards(height)));
    const leaps = before !== undefined && y < 0 !== before < 0 && isOutside(y) && isOutside(before);
    path += `${before === undefined || leaps ? 'M' : 'L'}${across(index).toFixed(1)},${y.toFixed(1)}`;
    before = y;
  });
  return path;

  function isOutside(y: number): boolean {
    return y < 0 || y > pictureHeight;
  }
}
