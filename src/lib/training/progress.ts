import type { ClientReport } from './client';
import type { LoadProblem } from './dataset-loader';
import type { Report } from './protocol';
import type { LiveSettings } from './trainer';

/** What a run is doing, as a page sees it. */
export type Phase =
  | { readonly is: 'idle' }
  /** The digits are on their way; `total` is 0 until the first bytes arrive. */
  | { readonly is: 'loading'; readonly received: number; readonly total: number }
  | { readonly is: 'training' }
  | { readonly is: 'stopped' }
  | { readonly is: 'finished' }
  | { readonly is: 'diverged'; readonly epoch: number; readonly step: number }
  | { readonly is: 'broken'; readonly because: Breakage };

/** Why a run cannot go on. */
export type Breakage =
  | { readonly kind: 'load'; readonly problem: LoadProblem }
  | { readonly kind: 'dead'; readonly reason: 'error' | 'silent' }
  | { readonly kind: 'failed'; readonly message: string };

/** How the network did on all unseen digits after an epoch; epoch 0 is before any training. */
export interface TestPoint {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** A change of settings under way. */
export type Change = LiveSettings & { readonly step: number };

/** What trains. */
export type Crew = Pick<Extract<Report, { type: 'started' }>, 'engine' | 'workers' | 'limit'>;

/** All that a page shows of a run. */
export interface Progress {
  readonly phase: Phase;
  readonly trainCount: number;
  readonly testCount: number;
  readonly stepsPerEpoch: number;
  readonly totalSteps: number;
  /** How many batches a point of the curves sums up. */
  readonly stepsPerPoint: number;
  readonly epoch: number;
  readonly step: number;
  /** Time spent training. */
  readonly seconds: number;
  /** The points of the curves: the loss of the batches so far, and the share that was right. */
  readonly losses: Float32Array;
  readonly accuracies: Float32Array;
  readonly tests: readonly TestPoint[];
  /** The settings that were changed under way, and after how many batches. */
  readonly changes: readonly Change[];
  /** What trains, with how many threads, and why not with more; absent before the start. */
  readonly crew?: Crew;
  /** The kernels of C1 [6, 1, 5, 5] and C3 [16, 6, 5, 5]; absent before the first report. */
  readonly kernels?: { readonly c1: Float32Array; readonly c3: Float32Array };
  /** The SHA-256 of the weights; absent before the end. */
  readonly fingerprint?: string;
}

/** Before anything was started. */
export const idle: Progress = {
  phase: { is: 'idle' },
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
};

function joined(head: Float32Array, tail: Float32Array): Float32Array {
  const both = new Float32Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

/** The progress after a report. */
export function afterReport(progress: Progress, report: ClientReport): Progress {
  switch (report.type) {
    case 'loading': {
      const { received, total } = report;
      return { ...progress, phase: { is: 'loading', received, total } };
    }
    case 'load-failed':
      return broken(progress, { kind: 'load', problem: report.problem });
    case 'started': {
      const { trainCount, testCount, stepsPerEpoch, totalSteps, stepsPerPoint } = report;
      const { engine, workers, limit } = report;
      const counts = { trainCount, testCount, stepsPerEpoch, totalSteps, stepsPerPoint };
      return { ...idle, phase: { is: 'training' }, ...counts, crew: { engine, workers, limit } };
    }
    case 'progress': {
      const { epoch, step, seconds, c1, c3 } = report;
      const losses = joined(progress.losses, report.losses);
      const accuracies = joined(progress.accuracies, report.accuracies);
      return { ...progress, epoch, step, seconds, kernels: { c1, c3 }, losses, accuracies };
    }
    case 'tested': {
      const { epoch, loss, correct, count } = report;
      const point = { epoch, loss, accuracy: correct / count };
      return { ...progress, tests: [...progress.tests, point] };
    }
    case 'changed': {
      const { step, lr, momentum, weightDecay } = report;
      return { ...progress, changes: [...progress.changes, { step, lr, momentum, weightDecay }] };
    }
    case 'stopped':
      return { ...progress, phase: { is: 'stopped' } };
    case 'finished':
      return { ...progress, phase: { is: 'finished' }, fingerprint: report.fingerprint };
    case 'diverged':
      return { ...progress, phase: { is: 'diverged', epoch: report.epoch, step: report.step } };
    case 'failed':
      return broken(progress, { kind: 'failed', message: report.message });
    case 'dead':
      return broken(progress, { kind: 'dead', reason: report.reason });
    case 'alive':
      return progress;
  }
}

const broken = (progress: Progress, because: Breakage): Progress => ({
  ...progress,
  phase: { is: 'broken', because },
});

/** Seconds until the run is over if it goes on as it has; undefined before there is a measure. */
export function secondsLeft({ seconds, step, totalSteps }: Progress): number | undefined {
  return step === 0 ? undefined : (seconds / step) * (totalSteps - step);
}

/**
 * What a noisy curve says: at each point the mean of the last `window` values up to it, of fewer at
 * the start.
 */
export function runningMean(values: Float32Array, window: number): Float32Array {
  const means = new Float32Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i];
    if (i >= window) sum -= values[i - window];
    means[i] = sum / Math.min(i + 1, window);
  }
  return means;
}
