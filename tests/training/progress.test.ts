import { describe, expect, it } from 'vitest';
import {
  afterReport,
  defaultSettings,
  idle,
  noHistory,
  runningMean,
  secondsLeft,
  type ClientReport,
  type Progress,
} from '$lib/training';

const started: ClientReport = {
  type: 'started',
  settings: defaultSettings,
  history: {
    ...noHistory,
    trainCount: 1000,
    testCount: 500,
    stepsPerEpoch: 100,
    totalSteps: 1000,
  },
  crew: { engine: 'kernels', workers: 2 },
};
const trained = (step: number, ...losses: number[]): ClientReport => ({
  type: 'progress',
  epoch: 1,
  step,
  seconds: step / 10,
  losses: Float32Array.from(losses),
  accuracies: Float32Array.from(losses),
  inside: {
    convolutions: { 'conv1.weight': new Float32Array(150) },
    sizes: [{ layer: 'conv1', weight: 0.1, gradient: 0.02 }],
  },
});
const after = (...reports: ClientReport[]): Progress => reports.reduce(afterReport, idle);

describe('afterReport', () => {
  it('loading, then training', () => {
    const loading = after({ type: 'loading', received: 5, total: 10 });
    expect(loading.phase).toEqual({ is: 'loading', received: 5, total: 10 });
    expect(afterReport(loading, started)).toMatchObject({
      phase: { is: 'training' },
      totalSteps: 1000,
    });
  });

  it('the losses of several reports stand one after another', () => {
    const { losses, step } = after(started, trained(2, 3, 2), trained(3, 1));
    expect([...losses]).toEqual([3, 2, 1]);
    expect(step).toBe(3);
  });

  it('a test is a point of the curve', () => {
    const test: ClientReport = {
      type: 'tested',
      epoch: 0,
      seconds: 1,
      loss: 2,
      correct: 50,
      count: 500,
      losses: new Float32Array(500),
      predicted: new Uint8Array(500).fill(7),
      labels: new Uint8Array(500).fill(7).fill(1, 450),
      dead: [{ layer: 'fc1', dead: 3, units: 120 }],
    };
    expect(after(started, test).tests).toEqual([{ epoch: 0, seconds: 1, loss: 2, accuracy: 0.1 }]);
  });

  it('a new start forgets the run before it', () => {
    expect(after(started, trained(2, 3, 2), started).losses.length).toBe(0);
  });

  it('a worker that dies keeps the curve and says why', () => {
    const { phase, losses } = after(started, trained(1, 3), { type: 'dead', reason: 'silent' });
    expect(phase).toEqual({ is: 'broken', because: { kind: 'dead', reason: 'silent' } });
    expect(losses.length).toBe(1);
  });
});

describe('what is kept', () => {
  it('a later save that fails leaves the way back to an earlier one', () => {
    const { keptStep, notKept } = after(
      started,
      { type: 'kept', step: 0 },
      { type: 'not-kept', problem: 'full' },
    );
    expect([keptStep, notKept]).toEqual([0, 'full']);
  });

  it('a run that was deleted meanwhile has no way back', () => {
    const gone = after(started, { type: 'kept', step: 5 }, { type: 'not-kept', problem: 'gone' });
    expect(gone.keptStep).toBeUndefined();
  });
});

describe('secondsLeft', () => {
  it('100 of 1,000 steps in 10 s → 90 s', () => {
    expect(secondsLeft(after(started, trained(100, 1)))).toBeCloseTo(90);
  });

  it('is unknown before the first step', () => {
    expect(secondsLeft(after(started))).toBeUndefined();
  });
});

describe('runningMean', () => {
  it('a value that is no number is gone once it has left the window', () => {
    const values = Float32Array.of(4, NaN, 6, 2, Infinity, 1, 3);
    expect([...runningMean(values, 2)]).toEqual([4, NaN, NaN, 4, NaN, NaN, 2]);
  });

  it('[4, 2, 6, 1] over two → [4, 3, 4, 3.5]', () => {
    expect([...runningMean(Float32Array.of(4, 2, 6, 1), 2)]).toEqual([4, 3, 4, 3.5]);
  });
});
