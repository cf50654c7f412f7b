import { batchIndices, sampleOrder, type Split } from '$lib/data';
import type { ParameterValues } from '$lib/kernels/contract';
import { manualSeed } from '$lib/nn';
import type { Engine } from '$lib/training/engine';
import { startingWeights } from '$lib/training/prepare';
import type { Settings } from '$lib/training/settings';
import { TestRound } from '$lib/training/test-round';
import { Trainer } from '$lib/training/trainer';

/** The first batches of a run: which digits each holds, and its mean loss before the update. */
export interface FirstBatches {
  readonly order: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

/** What weights do on the unseen digits. */
export interface TestScore {
  readonly correct: number;
  readonly count: number;
  readonly loss: number;
}

/** What is found out about a run before it leaves. */
export interface Examined {
  /** The weights that its seed draws. */
  readonly initial: ParameterValues;
  readonly batches: FirstBatches;
  readonly score: TestScore;
}

/** The most batches that are compared, and about how many digits they hold at most. */
const mostBatches = 100;
const mostDigits = 60_000;

/**
 * Draws a run's initial weights, trains on its first batches and tests `weights`, or the initial ones, on all
 * unseen digits. Leaves the engine with the weights that it tested.
 */
export function examine(
  settings: Settings,
  data: Split,
  engine: Engine,
  weights?: ParameterValues,
): Examined {
  const generator = manualSeed(settings.seed);
  const initial = startingWeights(settings, generator);
  engine.loadWeights(initial);
  const batches = firstBatches(settings, data, engine);
  engine.loadWeights(weights ?? initial);
  const round = new TestRound(engine, data.test);
  for (;;) {
    const result = round.move();
    if (!result) continue;
    const { correct, count, loss } = result;
    return { initial, batches, score: { correct, count, loss } };
  }
}

/** Trains on the first batches; the engine has the initial weights. */
function firstBatches(settings: Settings, data: Split, engine: Engine): FirstBatches {
  /** A generator that has drawn the initial weights. */
  const drawn = () => {
    const generator = manualSeed(settings.seed);
    startingWeights(settings, generator);
    return generator;
  };
  const from = { stage: { at: 'training', epoch: 1, sample: 0 }, step: 0 } as const;
  const trainer = new Trainer({ engine, data, settings, generator: drawn(), from });
  const orders = drawn();
  const wanted = Math.max(1, Math.min(mostBatches, Math.floor(mostDigits / settings.batchSize)));
  const order: number[][] = [];
  const losses: number[] = [];
  let epoch = new Uint32Array();
  while (losses.length < wanted) {
    const { stage } = trainer.position;
    if (stage.at === 'training' && stage.sample === 0 && !trainer.isAmidBatch) {
      epoch = new Uint32Array(sampleOrder(data.train.count, orders));
    }
    const sample = stage.at === 'training' ? stage.sample : 0;
    const move = trainer.move();
    if (move.did === 'nothing') break;
    if (move.did !== 'train') continue;
    order.push([...batchIndices(epoch, sample, settings.batchSize)]);
    losses.push(move.loss);
  }
  return { order, losses };
}
