import type { Curve } from '$lib/figures/curve';
import { runningMean, type History } from '$lib/training';

/** The three curves of a figure: every batch, the batches on average, the unseen digits. */
export interface CurveNames {
  readonly everyBatch: string;
  readonly batchMean: string;
  readonly unseen: string;
}

/** The curves of the loss or of the accuracy, over the epochs. */
export function runCurves(
  { losses, accuracies, tests, stepsPerEpoch, stepsPerPoint }: History,
  measure: 'loss' | 'accuracy',
  names: CurveNames,
): Curve[] {
  const perBatch = measure === 'loss' ? losses : accuracies;
  const pointsPerEpoch = stepsPerEpoch / stepsPerPoint;
  const epochs = Float64Array.from(perBatch, (_, point) => (point + 1) / pointsPerEpoch);
  // Half an epoch: long enough for batches of ten to say something, short enough to follow.
  const mean = runningMean(perBatch, Math.max(1, Math.round(pointsPerEpoch / 2)));
  return [
    { name: names.everyBatch, look: 'trace', xs: epochs, ys: perBatch },
    { name: names.batchMean, look: 'mean', xs: epochs, ys: mean },
    {
      name: names.unseen,
      look: 'marks',
      xs: tests.map(({ epoch }) => epoch),
      ys: tests.map((test) => test[measure]),
    },
  ];
}

/** What another run made of the unseen digits, to stand beside the curves of this one. */
export function comparedCurve(
  { tests }: History,
  measure: 'loss' | 'accuracy',
  name: string,
): Curve {
  return {
    name,
    look: 'other',
    xs: tests.map(({ epoch }) => epoch),
    ys: tests.map((test) => test[measure]),
  };
}
