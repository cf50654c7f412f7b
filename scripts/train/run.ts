import { normalizations, type Split } from '$lib/data';
import { createKernelEngine, fingerprint, type ParameterValues } from '$lib/kernels';
import { readKernels, spawnNodeThread } from '$lib/kernels/node';
import { isReferenceNetwork, prepare, ReferenceEngine, Trainer, type Engine } from '$lib/training';
import { OptionError, type TrainOptions } from './options';

/** What a run says as it goes; the JSON lines of `--json` are these. */
export type Report =
  | { readonly step: number; readonly loss: number }
  | {
      readonly epoch: number;
      readonly trainLoss: number;
      readonly testAccuracy: number;
      readonly seconds: number;
      readonly samplesPerSecond: number;
    }
  | { readonly weights: string };

/** The digits to train on, cut to their first `limit`. */
function limited({ train, test }: Split, limit = train.count): Split {
  const count = Math.min(limit, train.count);
  const images = train.images.subarray(0, (train.images.length / train.count) * count);
  return { train: { images, labels: train.labels.subarray(0, count), count }, test };
}

async function createEngine(options: TrainOptions, data: Split): Promise<Engine> {
  const { activation, pooling, optimizer, normalize } = options.settings;
  if (options.engine === 'reference') {
    if (!isReferenceNetwork(options.settings)) {
      throw new OptionError('--engine reference trains ReLU with max pooling only.');
    }
    return new ReferenceEngine({ data, normalize, optimizer });
  }
  return createKernelEngine({
    activation,
    pooling,
    optimizer,
    normalization: normalizations[normalize],
    module: await readKernels(),
    data,
    workers: options.workers,
    spawn: spawnNodeThread,
  });
}

/** The weights at the end, and whether the loss stopped being a number. */
export interface Outcome {
  readonly weights: ParameterValues;
  readonly diverged: boolean;
}

/**
 * Trains as the options say, reporting each step and each epoch; `now` gives milliseconds. The
 * seconds and samples a second are those of training, without the tests.
 */
export async function train(
  options: TrainOptions,
  all: Split,
  initial: ParameterValues | undefined,
  report: (line: Report) => void,
  now: () => number,
): Promise<Outcome> {
  const { settings, steps = Infinity } = options;
  const data = limited(all, options.limit);
  const engine = await createEngine(options, data);
  try {
    const prepared = prepare(settings, data, engine);
    if (initial) engine.loadWeights(initial);
    const trainer = options.shuffle ? prepared : new Trainer({ engine, data, settings });
    const epoch = { loss: 0, samples: 0, milliseconds: 0 };
    while (trainer.position.step < steps) {
      const before = now();
      const move = trainer.move();
      if (move.did !== 'test') epoch.milliseconds += now() - before;
      if (move.did === 'train') {
        epoch.loss += move.loss * move.size;
        epoch.samples += move.size;
        report({ step: trainer.position.step, loss: move.loss });
      } else if (move.did === 'test' && move.result && move.epoch > 0) {
        const seconds = epoch.milliseconds / 1000;
        report({
          epoch: move.epoch,
          trainLoss: epoch.loss / epoch.samples,
          testAccuracy: move.result.correct / move.result.count,
          seconds,
          samplesPerSecond: epoch.samples / seconds,
        });
        Object.assign(epoch, { loss: 0, samples: 0, milliseconds: 0 });
      } else if (move.did === 'nothing') break;
    }
    const weights = engine.weights();
    report({ weights: `sha256:${fingerprint(weights)}` });
    return { weights, diverged: trainer.position.stage.at === 'diverged' };
  } finally {
    engine.close();
  }
}
