/**
 * How a curve is drawn: `trace` faint, every value of something noisy; `mean` broad, what the trace
 * says on the whole; `marks` a dot at each value, joined.
 */
export type CurveLook = 'trace' | 'mean' | 'marks';

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
