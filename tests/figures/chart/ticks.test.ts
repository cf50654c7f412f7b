import { axisNumber, roundTicks } from '$lib/figures/chart/ticks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranges } from './doubles';

test.each<[[number, number], number, number[]]>([
  [[-3, 3], 6, [-3, -2, -1, 0, 1, 2, 3]],
  [[0, 1], 4, [0, 0.5, 1]],
  [[0.1, 0.45], 4, [0.1, 0.2, 0.3, 0.4]],
  [[1, 11], 5, [2, 4, 6, 8, 10]],
  [[-1e6, 1e6], 4, [-1e6, -5e5, 0, 5e5, 1e6]],
  [[1e-5, 5e-5], 4, [1e-5, 2e-5, 3e-5, 4e-5, 5e-5]],
  [[1e17, 1e17 + 16], 4, [1e17]],
  [[1e17, 1e17 + 160000], 4, [1e17, 1e17 + 5e4, 1e17 + 1e5, 1e17 + 15e4]],
  [[-1.7e308, 1.7e308], 4, [-1e308, 0, 1e308]],
  [[0, 5e-324], 4, [0, 5e-324]],
  [[3, 3], 4, [3]],
])('round values within %o, about %d', (range, count, ticks) => {
  expect(roundTicks(range, count)).toEqual(ticks);
});

test('any range has a few ticks, finite, ascending, within it', () => {
  fc.assert(
    fc.property(ranges, fc.double({ min: 1, max: 20, noNaN: true }), (range, count) => {
      const ticks = roundTicks(range, count);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(2, count + 1));
      expect(ticks.every((tick) => tick >= range[0] && tick <= range[1])).toBe(true);
      expect(ticks.every((tick, index) => index === 0 || tick > ticks[index - 1])).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('a number along an axis', () => {
  test.each<[number, number, string]>([
    [1.5, 4, '1.5'],
    [2 / 3, 4, '0.667'],
    [100, 400, '100'],
    [0, 1, '0'],
    [-12, 30, '-12'],
    [0.0004, 0.01, '0.0004'],
    [0.00002, 0.01, '2e-5'],
    [0.25, 1e-4, '0.25'],
    [1000002, 10, '1.000002e6'],
    [1e17 + 16, 64, '1.0000000000000002e17'],
    [1e308, 1.7e308, '1e308'],
    [NaN, 1, 'NaN'],
    [Infinity, 1, '∞'],
  ])('%d along %d is %s', (value, length, text) => {
    expect(axisNumber(value, length)).toBe(text);
  });

  test('reads back as the number to a thousandth of the axis, or to fifteen digits', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0, max: 1, noNaN: true }), ([low, high], share) => {
        const value = low * (1 - share) + high * share;
        // Rounded up, the largest would be beyond all numbers.
        fc.pre(Math.abs(value) < 1.7e308);
        const length = Math.min(high - low, Number.MAX_VALUE);
        const text = axisNumber(value, length);
        expect(text.length).toBeLessThanOrEqual(24);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(
          Math.max(length / 1000, Math.abs(value) * 1e-14),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
