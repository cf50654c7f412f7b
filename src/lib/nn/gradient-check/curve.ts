import type { Ref } from '../rules/operand';
import type { Trace } from '../trace/trace';
import { createChecker } from './check';
import type { Precision } from './loss-along';

/** What a check at one ε found, without its kinks themselves. */
export interface CurveReading {
  readonly relativeError: number;
  /** How many kinks lie between w − ε and w + ε. */
  readonly kinks: number;
}

/** One ε of the curve of relative error, in both precisions. */
export interface CurvePoint extends Readonly<Record<Precision, CurveReading>> {
  readonly epsilon: number;
}

/** The least and the greatest ε of a curve, as powers of ten, and its points for each power. */
export const curveRange = { least: -12, greatest: 0, perDecade: 4 } as const;

/** The ε of a curve, from the greatest: 1, 0.56, 0.32, 0.18, 0.1, … 1e-12. */
export const curveEpsilons: readonly number[] = Array.from(
  { length: (curveRange.greatest - curveRange.least) * curveRange.perDecade + 1 },
  (_, i) => Number((10 ** (curveRange.greatest - i / curveRange.perDecade)).toPrecision(2)),
);

/** The relative error of one parameter's gradient against ε, point by point, from the greatest ε. */
export function* errorCurve(trace: Trace, ref: Ref): Generator<CurvePoint> {
  const float64 = createChecker(trace, ref, 'float64');
  const float32 = createChecker(trace, ref, 'float32');
  for (const epsilon of curveEpsilons) {
    const [wide, narrow] = [float64.check(epsilon), float32.check(epsilon)];
    yield {
      epsilon,
      float64: { relativeError: wide.relativeError, kinks: wide.kinks.length },
      float32: { relativeError: narrow.relativeError, kinks: narrow.kinks.length },
    };
  }
}
