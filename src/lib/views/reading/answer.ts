import { formatPercent, formatProbability } from '$lib/numbers/print';

/** Below this share of all probability an answer is not sure, and the next one is named too. */
export const sureShare = 0.6;

/** What ten probabilities say. */
export interface Answer {
  /** The most probable digit. */
  readonly digit: number;
  readonly share: number;
  /** The next digit, where the first is not sure. */
  readonly perhaps?: number;
}

/** The answer that ten probabilities give; nothing where they are not numbers. */
export function answerOf(probabilities: ArrayLike<number>): Answer | undefined {
  const shares = Array.from(probabilities);
  if (shares.length === 0 || shares.some(Number.isNaN)) return undefined;
  const [first, second] = shares.map((_, digit) => digit).sort((a, b) => shares[b] - shares[a]);
  const share = shares[first];
  return { digit: first, share, perhaps: share < sureShare ? second : undefined };
}

/** A share as it is said beside an answer: whole percents, and tenths where those would say 100%. */
export function sayShare(share: number): string {
  return share < 0.995 ? formatPercent(share, 0) : formatProbability(share);
}
