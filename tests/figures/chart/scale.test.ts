import {
  curvePath,
  dotPath,
  linearScale,
  valueRange,
  widenedRange,
} from '$lib/figures/chart/scale';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubles, ranges } from './doubles';

test('a scale and its inverse', () => {
  const scale = linearScale([-1, 3], [0, 400]);
  expect([scale(-1), scale(1), scale(3)]).toEqual([0, 200, 400]);
  expect(scale.invert(200)).toBe(1);
});

test('any value has a finite place, and the ends have the ends', () => {
  fc.assert(
    fc.property(
      ranges,
      fc.oneof(doubles, fc.constantFrom(NaN, Infinity, -Infinity)),
      (range, value) => {
        const scale = linearScale(range, [40, 600]);
        expect(Number.isFinite(scale(value))).toBe(true);
        expect(range.map(scale)).toEqual([40, 600]);
        expect([40, 600].map((place) => scale.invert(place))).toEqual(range);
      },
    ),
    { numRuns: 1000 },
  );
});

test('any two values get a range that an axis can show, with both in it', () => {
  fc.assert(
    fc.property(doubles, doubles, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [bottom, top] = widenedRange(low, high);
      expect(bottom).toBeLessThanOrEqual(low);
      expect(top).toBeGreaterThanOrEqual(high);
      // A hundred places between the ends are different numbers.
      const places = Array.from({ length: 101 }, (_, i) =>
        linearScale([bottom, top], [0, 100]).invert(i),
      );
      expect(places.every((place, i) => i === 0 || place > places[i - 1])).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('the range of the values a picture shows', () => {
  test('has all of them, as a rule', () => {
    expect(valueRange([0, 1, null, 4, -2])).toEqual([-2, 4]);
  });

  test('leaves out what runs away', () => {
    const heights = Array.from({ length: 401 }, (_, index) => 1 / ((index - 200) * 0.015 || NaN));
    const [bottom, top] = valueRange(heights);
    expect(top).toBeLessThan(60);
    expect(bottom).toBeGreaterThan(-60);
  });

  test.each<[(number | null)[], [number, number]]>([
    [
      [5, 5],
      [4, 6],
    ],
    [[-5], [-6, -4]],
    [
      [0, 0],
      [-1, 1],
    ],
    [[null], [-1, 1]],
    [
      [1e17, 1e17 + 16],
      [0.8e17, 1.2e17 + 16],
    ],
  ])('has room around %o, which no axis can tell apart', (values, range) => {
    expect(valueRange(values)).toEqual(range);
  });
});

describe('a curve', () => {
  const across = (index: number) => index * 10;

  test('is broken at a gap, and where it leaps over the whole picture', () => {
    const path = curvePath([0, 10, null, 20, -500, 900], across, (height) => height, 100);
    expect(path).toBe('M0.0,0.0L10.0,10.0M30.0,20.0L40.0,-100.0M50.0,200.0');
  });

  test('in dots has one at every height that can be seen', () => {
    const path = dotPath([0, null, 20, NaN, 900], across, (height) => height, 100);
    expect(path).toBe('M0.0,0.0h0M20.0,20.0h0');
  });

  test('of any heights is a path of plain numbers', () => {
    const heights = fc.array(fc.oneof(doubles, fc.constantFrom(null, NaN, Infinity, -Infinity)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(heights, (values) => {
        const upwards = linearScale(valueRange(values), [200, 0]);
        const path = curvePath(values, across, upwards, 200);
        expect(path).toMatch(/^([ML]\d{1,4}\.\d,-?\d{1,3}\.\d)*$/);
      }),
      { numRuns: 1000 },
    );
  });
});
