import type { History } from './history';

/** Of a run that has not begun. */
export const noHistory: History = {
  trainCount: 0,
  testCount: 0,
  stepsPerEpoch: 0,
  totalSteps: 0,
  stepsPerPoint: 1,
  epoch: 0,
  step: 0,
  seconds: 0,
  losses: new Float32Array(),
  accuracies: new Float32Array(),
  tests: [],
  changes: [],
  stepSizes: [],
};

/** Seconds until the run is over if it goes on as it has; undefined before there is a measure. */
export function secondsLeft({ seconds, step, totalSteps }: History): number | undefined {
  return step === 0 ? undefined : (seconds / step) * (totalSteps - step);
}
