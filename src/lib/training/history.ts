import * as v from 'valibot';
import { liveSchemas } from './settings';
import type { Position } from './trainer';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A measured number: what has run away is infinite or no number at all, and is reported as such. */
export const measured = v.custom<number>((value) => typeof value === 'number');

/** Numbers of a curve, as messages and storage carry them. */
export const floats = v.custom<Float32Array>((value) => value instanceof Float32Array);

/** The smallest and the largest step size of any weight in a pass, counted from 1. */
const stepSizesSchema = v.object({ epoch: wholeNumber, smallest: measured, largest: measured });

/** What a run has behind it: its curves and how far it is. Kept with it, and shown of it. */
export const historySchema = v.object({
  trainCount: wholeNumber,
  testCount: wholeNumber,
  /** Batches in an epoch and in the whole run. */
  stepsPerEpoch: wholeNumber,
  totalSteps: wholeNumber,
  /** How many batches each point of the curves sums up. */
  stepsPerPoint: v.pipe(wholeNumber, v.minValue(1)),
  epoch: wholeNumber,
  /** Batches trained on so far. */
  step: wholeNumber,
  /** Time for which the run was under way, without the time that it stood still. */
  seconds: v.pipe(v.number(), v.minValue(0)),
  /** The points of the curves: the mean loss of some batches, and the share that was right. */
  losses: floats,
  accuracies: floats,
  /**
   * How the network did on all unseen digits: before any training (epoch 0), after each epoch, and
   * in between where the reader asked for it.
   */
  tests: v.array(
    v.object({
      epoch: v.pipe(v.number(), v.minValue(0)),
      seconds: measured,
      loss: measured,
      accuracy: measured,
    }),
  ),
  /** The range of the step sizes of each pass of Levenberg–Marquardt; empty by other rules. */
  stepSizes: v.optional(v.array(stepSizesSchema), []),
  /** The settings that were changed under way, and after how many batches. */
  changes: v.array(v.object({ step: wholeNumber, ...liveSchemas })),
  /** The SHA-256 of the weights; absent before the end. */
  fingerprint: v.optional(v.string()),
});
export type History = Readonly<v.InferOutput<typeof historySchema>>;

/** One test of all unseen digits. */
export type TestPoint = History['tests'][number];

/** A change of settings under way. */
export type Change = History['changes'][number];

/** The history of a run that is taken up from an earlier position than it got to: what came until then. */
export function historyAt(history: History, { stage, step }: Position): History {
  const { stepsPerEpoch, stepsPerPoint, losses, accuracies, tests, changes, stepSizes } = history;
  const points = Math.floor(step / stepsPerPoint);
  // The test of the epoch that a run is taken up to test is still to come.
  const isPast = (at: number) => at < step || (at === step && stage.at !== 'testing');
  return {
    ...history,
    step,
    epoch: stage.epoch,
    losses: losses.slice(0, points),
    accuracies: accuracies.slice(0, points),
    tests: tests.filter(({ epoch }) => isPast(Math.round(epoch * stepsPerEpoch))),
    changes: changes.filter((change) => change.step <= step),
    // Before its first step, a pass is measured anew.
    stepSizes: stepSizes.filter(({ epoch }) => (epoch - 1) * stepsPerEpoch < step),
  };
}
