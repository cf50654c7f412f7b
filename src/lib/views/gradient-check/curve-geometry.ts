import { linearScale } from '$lib/figures/chart/scale';
import { curveRange, type CurvePoint, type Precision } from '$lib/nn/gradient-check';

/** The powers of ten that the picture reaches upwards and downwards; a relative error is 2 at most. */
export const errorRange = { least: -14, greatest: 0.5 } as const;

/** Where an ε and an error lie in a picture whose inside goes from (left, 0) to (right, bottom). */
export function curveScales(left: number, right: number, bottom: number) {
  const across = linearScale([curveRange.least, curveRange.greatest], [left, right]);
  const upwards = linearScale([errorRange.least, errorRange.greatest], [bottom, 0]);
  return {
    x: (epsilon: number) => across(Math.log10(epsilon)),
    /** An error of 0, which no logarithm has, and what is less than the least lie on the lower edge. */
    y: (error: number) => upwards(Math.max(errorRange.least, Math.log10(error))),
    /** The power of ten of the ε at a place. */
    power: (place: number) => across.invert(place),
  };
}

/** One curve as the path of an SVG, broken where the loss was not a number. */
export function curvePath(
  points: readonly CurvePoint[],
  precision: Precision,
  { x, y }: ReturnType<typeof curveScales>,
): string {
  let isBroken = true;
  return points
    .map((point) => {
      const { relativeError } = point[precision];
      if (Number.isNaN(relativeError)) {
        isBroken = true;
        return '';
      }
      const command = isBroken ? 'M' : 'L';
      isBroken = false;
      return `${command}${x(point.epsilon).toFixed(1)},${y(relativeError).toFixed(1)}`;
    })
    .join('');
}

/** The point at which a curve is lowest; of equal ones that with the greatest ε. */
export function bestPoint(
  points: readonly CurvePoint[],
  precision: Precision,
): CurvePoint | undefined {
  return points.reduce<CurvePoint | undefined>(
    (best, point) =>
      point[precision].relativeError < (best?.[precision].relativeError ?? Infinity) ? point : best,
    undefined,
  );
}

/** The least ε at which a kink is passed, in float64. */
export function firstKink(points: readonly CurvePoint[]): number | undefined {
  const passing = points.filter(({ float64 }) => float64.kinks > 0);
  return passing.length === 0 ? undefined : Math.min(...passing.map(({ epsilon }) => epsilon));
}

/** The points at whole powers of ten. */
export function wholePowers(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter(({ epsilon }) =>
    Number.isInteger(Math.round(1e6 * Math.log10(epsilon)) / 1e6),
  );
}
