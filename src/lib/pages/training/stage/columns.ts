import { spread, type History, type Kernels, type Moment } from '$lib/training';

/** One moment of a run: how many it read right, after how many batches, and its kernels. */
export interface Column {
  readonly step: number;
  /** Undefined where it has not been tested since. */
  readonly share: number | undefined;
  readonly kernels: Kernels;
}

/** How many moments stand between the first and the last. */
export const between = 3;

/** The kernels as they are now, where they are known. */
interface Now {
  readonly history: Pick<History, 'step' | 'stepsPerEpoch' | 'tests'>;
  readonly kernels: Kernels | undefined;
}

/**
 * The moments that are shown of a run: before any training, up to three on the way, spread over those at
 * which it read more than before, and now. Undefined for one that is still to come.
 */
export function columnsOf(moments: readonly Moment[], { history, kernels }: Now) {
  const first = moments.find(({ step }) => step === 0);
  const passed: readonly Column[] = spread(
    moments.filter(({ step }) => step > 0 && step < history.step),
    between,
  );
  const { step, stepsPerEpoch, tests } = history;
  const last = tests.at(-1);
  const isTested = last !== undefined && Math.round(last.epoch * stepsPerEpoch) === step;
  const now = kernels && step > 0 && { step, share: isTested ? last.accuracy : undefined, kernels };
  const waiting = Array.from({ length: between - passed.length }, () => undefined);
  return [first, ...passed, ...waiting, now || undefined] as readonly (Column | undefined)[];
}
