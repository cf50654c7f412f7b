/** Two ends, the first less than the second. */
export type Range = readonly [number, number];

/** A value's place in a picture, and the other way round. */
export interface Scale {
  (value: number): number;
  invert(place: number): number;
}

/** How many times its own length outside a picture a place may lie; farther away is as good. */
const farthest = 100;

/** How far `value` lies from `low` to `high`, 0 to 1, where `high - low` may be beyond all numbers. */
function shareOf(value: number, [low, high]: Range): number {
  const span = high - low;
  return Number.isFinite(span)
    ? (value - low) / span
    : (value / 2 - low / 2) / (high / 2 - low / 2);
}

/**
 * The straight line that takes the values from `low` to `high` to the places from `start` to `end`.
 * Places are finite numbers for every value but NaN, which has the place of `low`.
 */
export function linearScale(range: Range, [start, end]: Range): Scale {
  const [low, high] = range;
  const place = (value: number) => {
    const share = Math.max(-farthest, Math.min(farthest, shareOf(value, range)));
    return start + (Number.isNaN(share) ? 0 : share) * (end - start);
  };
  const invert = (place: number) => {
    const share = (place - start) / (end - start);
    return low * (1 - share) + high * share;
  };
  return Object.assign(place, { invert });
}

/** The least difference between the ends of a range that is drawn, in parts of its larger end. */
const narrowest = 1e-9;

/**
 * The range that a picture has for values between two ends. Ends that are equal, or so close that
 * no axis can tell them apart, get a fifth of their size on both sides, and at 0 one.
 */
export function widenedRange(low: number, high: number): Range {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size === 0) return [-1, 1];
  if (high - low > size * narrowest && high - low > Number.MIN_VALUE * 2 ** 52) return [low, high];
  const room = Math.max(size / 5, Number.MIN_VALUE * 2 ** 54);
  return [Math.max(-Number.MAX_VALUE, low - room), Math.min(Number.MAX_VALUE, high + room)];
}

/**
 * The range of the values that a picture shows. What runs away, as 1/x does beside 0, is cut off so
 * that the rest can be seen: at once the span that 96 of 100 values take, above and below them.
 */
export function valueRange(values: readonly (number | null)[]): Range {
  const sorted = values
    .filter((value): value is number => value !== null && Number.isFinite(value))
    .sort((a, b) => a - b);
  if (sorted.length === 0) return [-1, 1];
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const [low, high] = [at(0.02), at(0.98)];
  const span = high - low;
  return widenedRange(Math.max(at(0), low - span), Math.min(at(1), high + span));
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
    if (height === null || Number.isNaN(height)) {
      before = undefined;
      return;
    }
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

/** A curve as the path of an SVG that has a dot at each height, where round ends make dots of nothing. */
export function dotPath(
  heights: readonly (number | null)[],
  across: (index: number) => number,
  upwards: (height: number) => number,
  pictureHeight: number,
): string {
  return heights
    .map((height, index) => {
      const y = height === null ? NaN : upwards(height);
      const isSeen = y >= -pictureHeight && y <= 2 * pictureHeight;
      return isSeen ? `M${across(index).toFixed(1)},${y.toFixed(1)}h0` : '';
    })
    .join('');
}
