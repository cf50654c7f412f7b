import type { Outcome } from './along';

/** A stretch of values over which the network gives one answer. */
export interface Stretch {
  readonly answer: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of equal answers along outcomes that ascend; where the answer changes between two of them,
 * it is taken to change in the middle.
 */
export function stretchesOf(outcomes: readonly Outcome[]): Stretch[] {
  const stretches: Stretch[] = [];
  outcomes.forEach(({ value, answer }, at) => {
    const last = stretches.at(-1);
    if (last?.answer === answer) {
      stretches[stretches.length - 1] = { ...last, to: value };
      return;
    }
    const edge = last ? (outcomes[at - 1].value + value) / 2 : value;
    if (last) stretches[stretches.length - 1] = { ...last, to: edge };
    stretches.push({ answer, from: edge, to: value });
  });
  return stretches;
}

/** The losses that a picture of the curve shows: from 0, or closer where the loss moves little. */
export function lossRange(outcomes: readonly Outcome[]): readonly [number, number] {
  const losses = outcomes.map(({ loss }) => loss).filter(Number.isFinite);
  if (losses.length === 0) return [0, 1];
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const room = Math.max(0.08 * (high - low), 1e-6);
  return [low < high / 2 ? 0 : low - room, high + room];
}
