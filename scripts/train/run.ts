import { firstSamples, type Split } from '$lib/data';
import { fingerprint, type LayerSize, type ParameterValues } from '$lib/kernels';
import { readGeneralKernels, readKernels, spawnNodeThread } from '$lib/kernels/node';
import { createEngine, prepare, runawayLayer, Trainer, type Engine } from '$lib/training';
import { OptionError, type TrainOptions } from './options';

/** What a run says as it goes; the JSON lines of `--json` are these. */
export type Report =
  | { readonly step: number; readonly loss: number }
  | {
      readonly epoch: number;
      readonly trainLoss: number;
      /** The share of the training digits that were right as each came, before it was learned from. */
      readonly trainAccuracy: number;
      readonly testAccuracy: number;
      readonly seconds: number;
      readonly samplesPerSecond: number;
    }
  /** The range of the step sizes of a pass by Levenberg–Marquardt. */
  | { readonly pass: number; readonly stepSizes: readonly [smallest: number, largest: number] }
  | { readonly weights: string };

/** A report as a line of JSON, which has no word for a number that is infinite or none: a text then. */
export const jsonLine = (report: Report): string =>
  JSON.stringify(report, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );

/** The engine that the options name. Throws an `OptionError` where it does not run here. */
async function engineFor(
  { settings, engine: choice, workers }: TrainOptions,
  data: Split,
): Promise<Engine> {
  const source = {
    loadKernels: readKernels,
    loadGeneralKernels: readGeneralKernels,
    spawn: spawnNodeThread,
  };
  const { engine, kind } = await createEngine(settings, data, workers, source, choice);
  if (kind === 'kernels' || choice === 'reference') return engine;
  throw new OptionError('The kernels do not run here; --engine reference does, far slower.');
}

/** The weights at the end, and whether the loss stopped being a number. */
export interface Outcome {
  readonly weights: ParameterValues;
  /** Where it ran away, if it did: after how many rounds begun, and in which layer, where that can be told. */
  readonly diverged?: { readonly epoch: number; readonly layer: string | undefined };
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
  const count = Math.min(options.limit ?? Infinity, all.train.count);
  const data = { ...all, train: firstSamples(all.train, count) };
  const engine = await engineFor(options, data);
  try {
    const prepared = prepare(settings, data, engine);
    if (initial) engine.loadWeights(initial);
    const trainer = options.shuffle ? prepared : new Trainer({ engine, data, settings });
    const epoch = { loss: 0, correct: 0, samples: 0, milliseconds: 0 };
    let before: readonly LayerSize[] | undefined;
    while (trainer.position.step < steps) {
      const from = now();
      const move = trainer.move();
      if (move.did !== 'test') epoch.milliseconds += now() - from;
      if (move.did === 'train') {
        epoch.loss += move.loss * move.size;
        epoch.samples += move.size;
        epoch.correct += move.correct;
        report({ step: trainer.position.step, loss: move.loss });
      } else if (move.did === 'test' && move.result && move.epoch > 0) {
        const seconds = epoch.milliseconds / 1000;
        report({
          epoch: move.epoch,
          trainLoss: epoch.loss / epoch.samples,
          trainAccuracy: epoch.correct / epoch.samples,
          testAccuracy: move.result.correct / move.result.count,
          seconds,
          samplesPerSecond: epoch.samples / seconds,
        });
        Object.assign(epoch, { loss: 0, correct: 0, samples: 0, milliseconds: 0 });
      } else if (move.did === 'estimate') {
        before = engine.layerSizes();
        report({ pass: move.epoch, stepSizes: [move.sizes.smallest, move.sizes.largest] });
      } else if (move.did === 'nothing') break;
    }
    const weights = engine.weights();
    report({ weights: `sha256:${fingerprint(weights)}` });
    const { stage } = trainer.position;
    if (stage.at !== 'diverged') return { weights };
    const layer = runawayLayer(engine.layerSizes(), before);
    return { weights, diverged: { epoch: stage.epoch, layer } };
  } finally {
    engine.close();
  }
}
