import { describe, expect, it } from 'vitest';
import { alignCurves, lastAtOrBefore, type Curve } from '$lib/figures/curve';

const curve = (xs: number[], ys: number[]): Curve => ({ name: '', look: 'trace', xs, ys });

describe('alignCurves', () => {
  it('two curves on places of their own → one axis, with gaps', () => {
    expect(alignCurves([curve([1, 2, 4], [10, 20, 40]), curve([0, 2], [5, 25])])).toEqual([
      [0, 1, 2, 4],
      [undefined, 10, 20, 40],
      [5, undefined, 25, undefined],
    ]);
  });

  it('a place that is no number is left out, and ends nothing else', () => {
    expect(alignCurves([curve([0, NaN, Infinity, 1], [5, 6, 7, 8])])).toEqual([
      [0, 1],
      [5, 8],
    ]);
  });

  it('curves without values → an axis without places', () => {
    expect(alignCurves([curve([], []), curve([], [])])).toEqual([[], [], []]);
  });
});

describe('lastAtOrBefore', () => {
  it.each([
    [-1, -1],
    [0, 0],
    [1.5, 1],
    [2, 2],
    [Infinity, 2],
  ])('[0, 1, 2] at %d → %i', (x, at) => {
    expect(lastAtOrBefore([0, 1, 2], x)).toBe(at);
  });
});
