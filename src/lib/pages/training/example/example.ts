import type { DigitReading, Moment } from '$lib/training';
import type recorded from './run.json';

/** A run that was recorded when the page was made, as the page's data carries it: `scripts/record-example.ts`. */
export type RecordedRun = typeof recorded;

/** What the page shows of the recorded run. */
export interface Example {
  readonly correct: number;
  readonly count: number;
  /** Digits a second of the machine that recorded it, there and back, on one core. */
  readonly samplesPerSecond: number;
  readonly losses: readonly number[];
  readonly moments: readonly Moment[];
  readonly digit: { readonly pixels: Uint8Array; readonly label: number };
  readonly before: DigitReading;
  readonly now: DigitReading;
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));

/** The recorded run, its pictures unpacked. */
export function exampleOf(run: RecordedRun): Example {
  const found = Float32Array.from(bytesOf(run.found));
  return {
    correct: run.correct,
    count: run.count,
    samplesPerSecond: 1e6 / run.microseconds,
    losses: run.losses,
    moments: run.moments.map(({ step, share, kernels }) => ({
      step,
      share,
      kernels: {
        name: 'conv1.weight',
        shape: [6, 1, 5, 5],
        values: Float32Array.from(kernels),
      },
    })),
    digit: { pixels: bytesOf(run.pixels), label: run.label },
    before: { probabilities: Float32Array.from(run.before) },
    now: {
      probabilities: Float32Array.from(run.now),
      found: { values: found, shape: [6, 28, 28] },
    },
  };
}
