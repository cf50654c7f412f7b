/**
 * How a curve is drawn: `trace` faint, every value of something noisy; `mean` broad, what the trace
 * says on the whole; `marks` a dot at each value, joined; `other` dashed, for comparison.
 */
export type CurveLook = 'trace' | 'mean' | 'marks' | 'other';

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

/** Brings curves onto one axis of all their places. */
export function alignCurves(curves: readonly Curve[]): AlignedCurves {
  const next = curves.map(() => 0);
  const places: number[] = [];
  const values = curves.map((): (number | undefined)[] => []);
  for (;;) {
    const place = curves.reduce(
      (least, { xs }, c) => (next[c] < xs.length ? Math.min(least, xs[next[c]]) : least),
      Infinity,
    );
    if (place === Infinity) return [places, ...values];
    places.push(place);
    curves.forEach(({ xs, ys }, c) => {
      const here = next[c] < xs.length && xs[next[c]] === place;
      values[c].push(here ? ys[next[c]++] : undefined);
    });
  }
}
