import { describe, expect, it } from 'vitest';
import {
  bestPoint,
  curvePath,
  curveScales,
  firstKink,
  wholePowers,
} from '$lib/views/gradient-check/curve-geometry';
import { curveEpsilons, type CurvePoint } from '$lib/nn/gradient-check';

const point = (epsilon: number, relativeError: number, kinks = 0): CurvePoint => ({
  epsilon,
  float64: { relativeError, kinks },
  float32: { relativeError: 1, kinks },
});
const scales = curveScales(40, 340, 290);
const points = [point(1, 0.5, 9), point(1e-3, 1e-9, 1), point(1e-6, 1e-11), point(1e-12, 1e-3)];

describe('curveScales', () => {
  it('ε goes from 1e-12 at the left to 1 at the right, and back from a place to its power', () => {
    expect(scales.x(1e-12)).toBeCloseTo(40);
    expect(scales.x(1)).toBeCloseTo(340);
    expect(scales.power(190)).toBeCloseTo(-6);
  });

  it('an error of 0 lies on the lower edge', () => {
    expect(scales.y(0)).toBe(290);
    expect(scales.y(1e-20)).toBe(290);
  });
});

describe('the curve', () => {
  it('is broken where the loss was not a number', () => {
    const path = curvePath([points[0], point(0.1, NaN), points[1], points[2]], 'float64', scales);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).not.toContain('NaN');
  });

  it('is best at its least error', () => {
    expect(bestPoint(points, 'float64')?.epsilon).toBe(1e-6);
    expect(bestPoint([], 'float64')).toBeUndefined();
  });

  it('has its first kink at the least ε that passes one', () => {
    expect(firstKink(points)).toBe(1e-3);
    expect(firstKink(points.slice(2))).toBeUndefined();
  });

  it('has thirteen whole powers of ten', () => {
    const all = curveEpsilons.map((epsilon) => point(epsilon, 1));
    expect(wholePowers(all).map(({ epsilon }) => Math.round(Math.log10(epsilon)))).toEqual([
      0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12,
    ]);
  });
});
