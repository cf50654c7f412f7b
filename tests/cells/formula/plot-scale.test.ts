import { curvePath, heightRange, linearScale, roundTicks } from '$lib/cells/formula/plot-scale';
import { describe, expect, test } from 'vitest';

const curve = (heights: (number | null)[]) => ({ tex: '', label: '', heights });

test('a scale and its inverse', () => {
  const scale = linearScale([-1, 3], [0, 400]);
  expect([scale(-1), scale(1), scale(3)]).toEqual([0, 200, 400]);
  expect(scale.invert(200)).toBe(1);
});

test.each<[[number, number], number, number[]]>([
  [[-3, 3], 6, [-3, -2, -1, 0, 1, 2, 3]],
  [[0, 1], 4, [0, 0.5, 1]],
  [[0.1, 0.45], 4, [0.1, 0.2, 0.3, 0.4]],
  [[1, 11], 5, [2, 4, 6, 8, 10]],
  [[-1e6, 1e6], 4, [-1e6, -5e5, 0, 5e5, 1e6]],
])('round values within %o, about %d', (range, count, ticks) => {
  expect(roundTicks(range, count)).toEqual(ticks);
});

describe('the heights a plot shows', () => {
  test('are all of them, as a rule', () => {
    expect(heightRange([curve([0, 1, null, 4]), curve([-2])])).toEqual([-2, 4]);
  });

  test('leave out what runs away', () => {
    const heights = Array.from({ length: 401 }, (_, index) => 1 / ((index - 200) * 0.015 || NaN));
    const [bottom, top] = heightRange([curve(heights.map((h) => (Number.isNaN(h) ? null : h)))]);
    expect(top).toBeLessThan(60);
    expect(bottom).toBeGreaterThan(-60);
  });

  test('have room around a constant, and where there are none', () => {
    expect(heightRange([curve([5, 5])])).toEqual([4, 6]);
    expect(heightRange([curve([null])])).toEqual([-1, 1]);
  });
});

test('a curve is broken at a gap, and where it leaps over the whole picture', () => {
  const across = (index: number) => index * 10;
  const path = curvePath([0, 10, null, 20, -500, 900], across, (height) => height, 100);
  expect(path).toBe('M0.0,0.0L10.0,10.0M30.0,20.0L40.0,-100.0M50.0,200.0');
});
