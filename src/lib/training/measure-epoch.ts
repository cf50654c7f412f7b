import { sampleCounts, type PackName, type Split } from '$lib/data';
import { wholeBatch } from '$lib/kernels';
import { manualSeed } from '$lib/nn';
import type { CreatedEngine } from './create-engine';
import { hyperparametersOf } from './hyperparameters';
import { startingWeights } from './prepare';
import type { Settings } from './settings';

/** What an epoch of a run takes on this machine, measured on a few batches. */
export interface EpochMeasure {
  /** The training digits once, and the test after them. */
  readonly seconds: number;
  /** Of the engine with all of its digits; absent where the compiled kernels do not run. */
  readonly bytes?: number;
}

/** What measuring needs from its worker, or from a test. */
export interface MeasureOptions {
  readonly load: (pack: PackName) => Promise<Split>;
  readonly createEngine: (settings: Settings, data: Split) => Promise<CreatedEngine>;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Milliseconds of training that say enough, and of one batch that is too long to take a whole one. */
const [enoughMs, longMs] = [300, 150];

/** Digits of the first look, and of the test. */
const [fewDigits, testDigits] = [8, 200];

/** A digit as the engine keeps it: its bytes and its label. */
const digitBytes = 28 * 28 + 1;

/**
 * Measures an epoch of a run on a thousand digits, whatever digits it will train on: the time of a digit is
 * that of all others. Trains for a third of a second, or on eight digits where those take longer.
 */
export async function measureEpoch(
  settings: Settings,
  { load, createEngine, now }: MeasureOptions,
): Promise<EpochMeasure> {
  const data = await load('mini');
  const { engine, bytes } = await createEngine(settings, data);
  try {
    engine.loadWeights(startingWeights(settings, manualSeed(settings.seed)));
    const [rule, have] = [hyperparametersOf(settings, 1)(0), data.train.count];
    let next = 0;
    /** Milliseconds a digit of a batch of so many. */
    const timeOf = (size: number): number => {
      const indices = Uint32Array.from({ length: size }, () => next++ % have);
      const from = now();
      wholeBatch(engine.trainInParts(indices, rule));
      return (now() - from) / size;
    };
    // The first batch warms up.
    let perDigit = Math.min(timeOf(fewDigits), timeOf(fewDigits));
    const size = Math.min(settings.batchSize, have);
    if (perDigit * size < longMs) {
      const from = now();
      let digits = 0;
      for (; digits === 0 || now() - from < enoughMs; digits += size) timeOf(size);
      perDigit = (now() - from) / digits;
    }
    const tested = perDigit * fewDigits > longMs ? fewDigits : testDigits;
    const from = now();
    engine.evaluate('test', 0, tested);
    const perTest = (now() - from) / tested;
    const { train, test } = sampleCounts[settings.data];
    return {
      seconds: (perDigit * train + perTest * test) / 1000,
      ...(bytes !== undefined && {
        bytes: bytes + digitBytes * (train + test - have - data.test.count),
      }),
    };
  } finally {
    engine.close();
  }
}
