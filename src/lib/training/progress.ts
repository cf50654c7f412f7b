import type { LayerSize } from '$lib/kernels/contract';
import type { ClientReport } from './client';
import type { DeadUnits } from './dead-units';
import type { Death } from '$lib/ui/bridge';
import type { DigitReading } from './digit-reader';
import type { LoadProblem } from '$lib/ui/load/problem';
import type { History } from './history';
import type { Crew } from './protocol';
import type { StoreProblem } from './run-store';

/** What a run is doing, as a page sees it. */
export type Phase =
  | { readonly is: 'idle' }
  /** The digits are on their way; `total` is 0 until the first bytes arrive. */
  | { readonly is: 'loading'; readonly received: number; readonly total: number }
  | { readonly is: 'training' }
  | { readonly is: 'stopped' }
  | { readonly is: 'finished' }
  /** `layer` is PyTorch's name of the one that ran away first, where that can be told. */
  | {
      readonly is: 'diverged';
      readonly epoch: number;
      readonly step: number;
      readonly layer?: string;
    }
  | { readonly is: 'broken'; readonly because: Breakage };

/** Why a run cannot go on. */
export type Breakage =
  | { readonly kind: 'load'; readonly problem: LoadProblem }
  /** A run that was kept cannot be taken up. */
  | { readonly kind: 'resume'; readonly problem: StoreProblem }
  | { readonly kind: 'dead'; readonly reason: Death }
  | { readonly kind: 'failed'; readonly message: string };

/** What the network made of each test digit: its loss, what it was taken for and what it is. */
export interface TestOutcome {
  readonly losses: Float32Array;
  readonly predicted: Uint8Array;
  readonly labels: Uint8Array;
}

/** The kernels of a convolution, `[maps, channels, height, width]`, by PyTorch's name. */
export interface Kernels {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The kernels of a run's first convolution when it first read so many digits right. */
export interface Moment {
  readonly step: number;
  /** Of the last digits it met, read before it learned from them; of the unseen ones before any training. */
  readonly share: number;
  readonly kernels: Kernels;
}

/** All that a page shows of a run. */
export interface Progress extends History {
  readonly phase: Phase;
  /** What trains; absent before the start. */
  readonly crew?: Crew;
  /** The parameters of both convolutions by PyTorch's names; absent before the first report. */
  readonly convolutions?: Readonly<Record<string, Float32Array>>;
  /** The moments at which it read more than before, in order; none of before it was taken up again. */
  readonly moments: readonly Moment[];
  /** What it reads in the digit that the page watches: with the weights it begins with, and now. */
  readonly before?: DigitReading;
  readonly now?: DigitReading;
  /** How large each layer's weights and gradients are; absent before the first report. */
  readonly sizes?: readonly LayerSize[];
  /** The latest test, digit by digit, and the units that were dead in it; absent before the first. */
  readonly outcome?: TestOutcome;
  readonly dead?: readonly DeadUnits[];
  /** The batches after which the run was last kept; 0 among them; absent where it never was. */
  readonly keptStep?: number;
  /** Why it could not be kept since. */
  readonly notKept?: StoreProblem;
}

function joined(head: Float32Array, tail: Float32Array): Float32Array {
  const both = new Float32Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

const broken = (progress: Progress, because: Breakage): Progress => ({
  ...progress,
  phase: { is: 'broken', because },
});

/** The progress after a report. */
export function afterReport(progress: Progress, report: ClientReport): Progress {
  switch (report.type) {
    case 'loading': {
      const { received, total } = report;
      return { ...progress, phase: { is: 'loading', received, total } };
    }
    case 'load-failed':
      return broken(progress, { kind: 'load', problem: report.problem });
    case 'resume-failed':
      return broken(progress, { kind: 'resume', problem: report.problem });
    case 'started':
      return {
        ...report.history,
        crew: report.crew,
        moments: [],
        before: progress.before,
        phase: { is: 'training' },
      };
    case 'progress': {
      const { epoch, step, seconds, inside } = report;
      const losses = joined(progress.losses, report.losses);
      const accuracies = joined(progress.accuracies, report.accuracies);
      return { ...progress, epoch, step, seconds, losses, accuracies, ...inside };
    }
    case 'moment': {
      const { step, share, kernels } = report;
      return { ...progress, moments: [...progress.moments, { step, share, kernels }] };
    }
    case 'read': {
      const { when, probabilities, found } = report;
      return { ...progress, [when]: { probabilities, found } };
    }
    case 'tested': {
      const { epoch, seconds, loss, correct, count, losses, predicted, labels, dead } = report;
      const test = { epoch, seconds, loss, accuracy: correct / count };
      const outcome = { losses, predicted, labels };
      return { ...progress, tests: [...progress.tests, test], outcome, dead };
    }
    case 'estimated': {
      const { epoch, smallest, largest } = report;
      return { ...progress, stepSizes: [...progress.stepSizes, { epoch, smallest, largest }] };
    }
    case 'changed': {
      const { step, lr, momentum, weightDecay } = report;
      return { ...progress, changes: [...progress.changes, { step, lr, momentum, weightDecay }] };
    }
    case 'kept':
      return { ...progress, keptStep: report.step, notKept: undefined };
    case 'not-kept':
      // A run that was deleted meanwhile is not kept at any batch.
      return report.problem === 'gone'
        ? { ...progress, notKept: 'gone', keptStep: undefined }
        : { ...progress, notKept: report.problem };
    case 'stopped':
      return { ...progress, phase: { is: 'stopped' } };
    case 'finished':
      return { ...progress, phase: { is: 'finished' }, fingerprint: report.fingerprint };
    case 'diverged': {
      const { epoch, step, layer } = report;
      return { ...progress, phase: { is: 'diverged', epoch, step, layer } };
    }
    case 'failed':
      return broken(progress, { kind: 'failed', message: report.message });
    case 'stuck':
      return broken(progress, { kind: 'dead', reason: 'silent' });
    case 'dead':
      return broken(progress, { kind: 'dead', reason: report.reason });
  }
}

/**
 * What a noisy curve says: at each point the mean of the last `window` values up to it, of fewer at
 * the start; NaN while one of them is not finite.
 */
export function runningMean(values: Float32Array, window: number): Float32Array {
  const means = new Float32Array(values.length);
  let sum = 0;
  let infinite = 0;
  const count = (value: number, times: 1 | -1) => {
    if (Number.isFinite(value)) sum += times * value;
    else infinite += times;
  };
  for (let i = 0; i < values.length; i++) {
    count(values[i], 1);
    if (i >= window) count(values[i - window], -1);
    means[i] = infinite > 0 ? NaN : sum / Math.min(i + 1, window);
  }
  return means;
}
