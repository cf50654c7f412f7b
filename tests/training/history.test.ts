import { describe, expect, it } from 'vitest';
import { historyAt } from '$lib/training/history';
import { noHistory, type History } from '$lib/training';

const test = (epoch: number) => ({ epoch, seconds: epoch, loss: 1, accuracy: 0.5 });
const live = { lr: 0.1, momentum: 0, weightDecay: 0 };
const history: History = {
  ...noHistory,
  stepsPerEpoch: 10,
  totalSteps: 30,
  stepsPerPoint: 2,
  epoch: 2,
  step: 18,
  losses: Float32Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1),
  accuracies: new Float32Array(9),
  tests: [test(0), test(0.5), test(1), test(1.7)],
  changes: [
    { step: 3, ...live },
    { step: 16, ...live },
  ],
};

describe('historyAt', () => {
  it('training after 12 batches: the points, tests and changes until then', () => {
    const then = historyAt(history, { stage: { at: 'training', epoch: 2, sample: 0 }, step: 12 });
    expect([...then.losses]).toEqual([9, 8, 7, 6, 5, 4]);
    expect(then.tests.map(({ epoch }) => epoch)).toEqual([0, 0.5, 1]);
    expect(then.changes.map(({ step }) => step)).toEqual([3]);
    expect(then).toMatchObject({ step: 12, epoch: 2, totalSteps: 30 });
  });

  it('about to test after the first epoch: its test is still to come', () => {
    const then = historyAt(history, { stage: { at: 'testing', epoch: 1 }, step: 10 });
    expect(then.tests.map(({ epoch }) => epoch)).toEqual([0, 0.5]);
  });

  it('where the run got to: all of it', () => {
    expect(
      historyAt(history, { stage: { at: 'training', epoch: 2, sample: 8 }, step: 18 }),
    ).toEqual(history);
  });
});
