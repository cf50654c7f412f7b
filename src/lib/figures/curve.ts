/**
 * How a curve is drawn: `trace` faint, every value of something noisy; `mean` broad, what the trace
 * says on the whole; `marks` a dot at each value, joined; `other` dashed, for comparison. `dashedMean` and
 * `rings` are the mean and the marks of a second run beside a first one.
 */
export type CurveLook = 'trace' | 'mean' | 'marks' | 'other' | 'dashedMean' | 'rings';

/** Numbers along an axis. */
export interface Curve {
  /** In the legend. */
  readonly name: string;
  readonly look: CurveLook;
  /** Where each value stands, ascending. */
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
}

/** The index of the last place at or before `x`; −1 where there is none. */
export function lastAtOrBefore(xs: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Curves on one common axis: ascending places, and for each curve its value there, or none. */
export type AlignedCurves = [places: number[], ...values: (number | undefined)[][]];

/** Brings curves onto one axis of all their places; a place that is no finite number is left out. */
export function alignCurves(curves: readonly Curve[]): AlignedCurves {
  const all = new Set(curves.flatMap(({ xs }) => Array.from(xs)));
  const places = [...all].filter(Number.isFinite).sort((a, b) => a - b);
  const values = curves.map(({ xs, ys }) => {
    const valueAt = new Map(Array.from(xs, (x, index) => [x, ys[index]]));
    return places.map((place) => valueAt.get(place));
  });
  return [places, ...values];
}
