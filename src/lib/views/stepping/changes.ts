/** A probability before an update and after it, in points of a hundred, or a distance. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly by: number;
}

/**
 * How ten probabilities changed, each in points: 0.104 → 0.109 is +0.5; or ten distances, in units of 1. Not-a-number stays so.
 */
export function changesOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  points = 100,
): Change[] {
  return Array.from(before, (share, digit) => ({
    before: points * share,
    after: points * after[digit],
    by: points * (after[digit] - share),
  }));
}

/** A change with its sign, and with enough digits that one that is there does not read as none. */
export function signedPoints(by: number): string {
  if (Number.isNaN(by)) return 'NaN';
  const size = Math.abs(by);
  const text = size === 0 || size >= 0.005 ? size.toFixed(2) : size.toPrecision(1);
  return (by < 0 ? '−' : by > 0 ? '+' : '±') + text;
}
