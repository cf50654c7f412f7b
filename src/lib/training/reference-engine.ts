import {
  imageAt,
  imageSize,
  joinBytes,
  normalizations,
  normalizeSheets,
  onSheet,
  shiftImage,
  type NormalizationName,
  type Sheet,
  type Split,
} from '$lib/data';
import {
  wholeBatch,
  type BatchResult,
  type Evaluation,
  type Hyperparameters,
  type LayerSize,
  type OptimizerName,
  type OptimizerState,
  type ParameterValues,
} from '$lib/kernels';
import { allLayers, lenet5Network, pytorchNames, waysOf, type Network } from '$lib/network';
import {
  answerOf,
  build,
  lossGrad,
  lossOf,
  manualSeed,
  type Sequential,
  type Tensor,
} from '$lib/nn';
import { adam, Optimizer, sgd, type UpdateRule } from '$lib/optim';
import type { Engine, Part } from './engine';
import { parametersOf, stateDictOf, valuesOf, weightedLayers, weightsOf } from './weights';

/** The rules of this engine: curvature is left to the kernels. */
type KnownRule = Exclude<OptimizerName, 'sdlm'>;

/** What the engine trains, on what, and how. */
export interface ReferenceOptions {
  /** LeNet-5 if not given. It reads one channel, 28 × 28 or larger. */
  readonly network?: Network;
  readonly data: Split;
  readonly normalize: NormalizationName;
  readonly optimizer: KnownRule;
}

const rules: Record<KnownRule, (hyperparameters: Hyperparameters) => UpdateRule> = {
  sgd: ({ lr, momentum, weightDecay }) => sgd({ lr, momentum, weightDecay }),
  adam: ({ lr, weightDecay, beta1 = 0.9 }) => adam({ lr, weightDecay, betas: [beta1, 0.999] }),
};

/**
 * Samples that go through the layers together; a larger batch goes in parts, and fits into memory. What is
 * normalised by its batch goes at once.
 */
const partSize = 64;

/** What `optim` calls that which an optimiser remembers of a parameter. */
const moments: Record<KnownRule, readonly string[]> = {
  sgd: ['momentumBuffer'],
  adam: ['expAvg', 'expAvgSq'],
};

/** The scores [1, classes] of sample `n`: a view. */
function rowOf({ shape, data }: Tensor, n: number): Tensor {
  const classes = shape[1];
  return { shape: [1, classes], data: data.subarray(n * classes, (n + 1) * classes) };
}

/** The largest value of each unit in [N, units, …]. */
function peaksOf({ shape, data }: Tensor): Float32Array {
  const [samples, units] = shape;
  const positions = data.length / (samples * units);
  const peaks = new Float32Array(units).fill(-Infinity);
  data.forEach((value, at) => {
    const unit = Math.floor(at / positions) % units;
    if (value > peaks[unit]) peaks[unit] = value;
  });
  return peaks;
}

/**
 * After which module the peaks of each layer with a nonlinearity are taken: after max pooling, where that
 * follows, for what counts is what is passed on.
 */
function peakLayers(
  layers: Network['layers'],
  names: ReadonlyMap<string, string>,
): [module: string, layer: string][] {
  return layers.flatMap(({ name, layer }, i) => {
    if (layer.kind === 'residual') return waysOf(layer).flatMap((way) => peakLayers(way, names));
    if (layer.kind !== 'activation') return [];
    const next = layers[i + 1];
    const module = next?.layer.kind === 'maxPool' ? next.name : name;
    const own = name.replace(/\.activation$/, '');
    return [[module, names.get(own) ?? own]];
  });
}

function rootMeanSquare({ data }: Tensor): number {
  return Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0) / data.length);
}

/**
 * The training step as the lessons show it: the reference network in float64, a whole batch (of up to
 * 64 samples) through every layer. It is the measure that the kernels are checked against, and the way to train where
 * they do not run. Its weights wait to be loaded.
 */
export class ReferenceEngine implements Engine {
  readonly workers = 1;
  readonly #options: ReferenceOptions;
  readonly #network: Sequential;
  readonly #description: Network;
  readonly #size: Sheet;
  /** The layers after whose nonlinearity, or the pooling behind it, peaks are taken. */
  readonly #peaks: ReadonlyMap<string, string>;
  readonly #partSize: number;
  #optimizer: Optimizer;

  constructor(options: ReferenceOptions) {
    const { network = lenet5Network() } = options;
    this.#options = options;
    this.#network = build(network, manualSeed(0));
    this.#description = network;
    this.#size = [network.input[1], network.input[2]];
    this.#peaks = new Map(peakLayers(network.layers, pytorchNames(network.layers)));
    const normalises = allLayers(network.layers).some(({ layer }) => layer.kind === 'batchNorm');
    this.#partSize = normalises ? Infinity : partSize;
    this.#optimizer = this.#newOptimizer();
  }

  /** The whole of `trainInParts` at once. */
  trainBatch(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
    images?: Uint8Array,
  ): BatchResult {
    return wholeBatch(this.trainInParts(indices, hyperparameters, shifts, images));
  }

  *trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
    given?: Uint8Array,
  ): Generator<void, BatchResult> {
    const { optimizer } = this.#options;
    let loss = 0;
    let correct = 0;
    this.#network.zeroGrad();
    for (let from = 0; from < indices.length; from += this.#partSize) {
      if (from > 0) yield;
      const part = indices.subarray(from, from + this.#partSize);
      const moved = shifts?.subarray(2 * from, 2 * (from + part.length));
      const images = Array.from(part, (index, n) =>
        given
          ? given.subarray((from + n) * imageSize, (from + n + 1) * imageSize)
          : imageAt(this.#options.data.train, index),
      );
      const result = this.#learn(part, images, indices.length, moved);
      loss += result.loss;
      correct += result.correct;
    }
    this.#optimizer.rule = rules[optimizer](hyperparameters);
    this.#optimizer.step();
    return { loss, correct };
  }

  /** Adds the gradients of some of a batch of `batch` samples; gives their share of its mean loss. */
  #learn(
    indices: Uint32Array,
    own: readonly Uint8Array[],
    batch: number,
    shifts: Int8Array | undefined,
  ): BatchResult {
    const { train } = this.#options.data;
    const images = own.map((each, n) => {
      const image = this.#sheet(each);
      return shifts ? shiftImage(image, shifts[2 * n], shifts[2 * n + 1], this.#size) : image;
    });
    const labels = Uint8Array.from(indices, (index) => train.labels[index]);
    this.#network.training = true;
    const scores = this.#network.forward(this.#input(images));
    const share = indices.length / batch;
    const { shape, data } = lossGrad(scores, labels, this.#description);
    this.#network.backward({ shape, data: data.map((each) => each * share) });
    this.#network.training = false;
    const right = labels.filter((label, n) => this.#answer(rowOf(scores, n)) === label);
    return {
      loss: lossOf(scores, labels, this.#description).data[0] * share,
      correct: right.length,
    };
  }

  /** Throws: the rules that this engine knows ask for none. */
  estimateCurvature(): never {
    throw new Error('ReferenceEngine: no curvature');
  }

  /** Throws: by the rules that this engine knows a weight has no step size of its own. */
  stepSizes(): never {
    throw new Error('ReferenceEngine: no step sizes');
  }

  evaluate(part: Part, from: number, to: number): Evaluation {
    const { images, labels } = this.#options.data[part];
    const peaks: Record<string, Float32Array> = {};
    const sheets = Array.from({ length: to - from }, (_, n) =>
      this.#sheet(images.subarray((from + n) * imageSize, (from + n + 1) * imageSize)),
    );
    const scores = this.#network.forward(this.#input(sheets), (name, output) => {
      const layer = this.#peaks.get(name);
      if (layer !== undefined) peaks[layer] = peaksOf(output);
    });
    const rows = Array.from({ length: to - from }, (_, n) => rowOf(scores, n));
    return {
      losses: Float64Array.from(
        rows,
        (row, n) => lossOf(row, [labels[from + n]], this.#description).data[0],
      ),
      predicted: Uint8Array.from(rows, (row) => this.#answer(row)),
      peaks,
    };
  }

  #answer({ data }: Tensor): number {
    return answerOf(data, this.#description);
  }

  /** A digit in the middle of background, as large as the network reads. */
  #sheet(image: Uint8Array): Uint8Array {
    return onSheet(image, this.#size);
  }

  #input(sheets: readonly Uint8Array[]): Tensor {
    const normalization = normalizations[this.#options.normalize];
    return normalizeSheets(joinBytes(...sheets), normalization, this.#size);
  }

  weights(): ParameterValues {
    return weightsOf(this.#network, this.#description);
  }

  parameter(name: string): Float64Array {
    const values = this.weights();
    if (!(name in values)) throw new Error(`ReferenceEngine: unknown parameter: ${name}`);
    return values[name];
  }

  layerSizes(): LayerSize[] {
    const parameters = this.#network.parameters();
    return weightedLayers(this.#description).flatMap(({ name, pytorch }) => {
      const found = parameters.get(`${name}.weight`);
      if (!found) return [];
      const [weight, gradient] = [rootMeanSquare(found.value), rootMeanSquare(found.grad)];
      return [{ layer: pytorch, weight, gradient }];
    });
  }

  loadWeights(weights: ParameterValues): void {
    this.#network.loadStateDict(stateDictOf(weights, this.#network, this.#description));
    this.#optimizer = this.#newOptimizer();
  }

  optimizerState(): OptimizerState {
    const { state, steps } = this.#optimizer;
    const remembered = (moment = '') =>
      valuesOf(
        this.#network,
        (name, value) => state.get(name)?.[moment]?.data ?? new Float64Array(value.data.length),
        this.#description,
      );
    const [first, second] = moments[this.#options.optimizer];
    return { step: steps, firstMoment: remembered(first), secondMoment: remembered(second) };
  }

  loadOptimizerState({ step, firstMoment, secondMoment }: OptimizerState): void {
    const names = moments[this.#options.optimizer];
    const learned = [...this.#network.parameters().keys()];
    const values = [firstMoment, secondMoment].map((each) =>
      parametersOf(each, this.#network, this.#description),
    );
    this.#optimizer = this.#newOptimizer();
    this.#optimizer.steps = step;
    for (const name of learned) {
      const entries = names.map((moment, i) => [moment, values[i][name]] as const);
      this.#optimizer.state.set(name, Object.fromEntries(entries));
    }
  }

  close(): void {}

  #newOptimizer(): Optimizer {
    const rule = rules[this.#options.optimizer]({ lr: 0, momentum: 0, weightDecay: 0 });
    return new Optimizer(this.#network.parameters(), rule);
  }
}
