import type { Check, Checker } from './check';
import type { Precision } from './loss-along';

/**
 * Why the two gradients differ as they do. `zero`: they do not, both are exactly 0. `agrees`: not in
 * the first six digits. `rounding`: by no more than rounding the losses can make. `kinks`: because
 * gates and winners change between w − ε and w + ε. `truncation`: because the loss bends there.
 * `kinksAndTruncation`: for both reasons. `disagrees`: for none of these, so one of the two is wrong.
 */
export type Verdict =
  | 'zero'
  | 'agrees'
  | 'rounding'
  | 'kinks'
  | 'truncation'
  | 'kinksAndTruncation'
  | 'disagrees'
  | 'notANumber';

export interface Judgement {
  readonly verdict: Verdict;
  /** The relative error with every gate and winner held as it is at w, where kinks were passed. */
  readonly heldError: number | undefined;
}

/** The relative error below which two gradients agree. */
const tolerance = 1e-6;

/** A step at which neither rounding nor the bend of the loss hides a wrong gradient. */
const fineStep: Readonly<Record<Precision, number>> = { float64: 1e-5, float32: 1e-2 };

/** Finds the reason of a check's error by checking again without kinks, and with a finer step. */
export function judge(checker: Checker, check: Check): Judgement {
  const { epsilon, kinks, precision, relativeError, centralDifference, analytic } = check;
  const held = kinks.length > 0 ? checker.check(epsilon, 'held') : undefined;
  const as = (verdict: Verdict): Judgement => ({ verdict, heldError: held?.relativeError });

  if (!Number.isFinite(relativeError)) return as('notANumber');
  if (centralDifference === 0 && analytic === 0) return as('zero');
  if (relativeError <= tolerance) return as('agrees');
  if (isWithinRounding(check)) return as('rounding');
  if (held && isSettled(held)) return as('kinks');
  const isBent = epsilon > fineStep[precision];
  if (!isBent || !isSettled(checker.check(fineStep[precision], 'held'))) return as('disagrees');
  return as(held ? 'kinksAndTruncation' : 'truncation');
}

function isSettled(check: Check): boolean {
  return check.relativeError <= tolerance || isWithinRounding(check);
}

function isWithinRounding({ centralDifference, analytic, roundingNoise }: Check): boolean {
  return Math.abs(centralDifference - analytic) <= roundingNoise;
}
