import {
  imageAt,
  imageSize,
  inputSide,
  joinBytes,
  networkInput,
  normalizations,
  normalizeImages,
  padImage,
  shiftImage,
  type NormalizationName,
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
import {
  crossEntropy,
  crossEntropyInputGrad,
  lenet5,
  manualSeed,
  softmax,
  type Tensor,
} from '$lib/nn';
import { adam, Optimizer, sgd, type UpdateRule } from '$lib/optim';
import type { Engine, Part } from './engine';
import { pytorchLayers, stateDictOf, valuesOf, weightsOf } from './weights';

/** What the engine trains on, and how. */
export interface ReferenceOptions {
  readonly data: Split;
  readonly normalize: NormalizationName;
  readonly optimizer: OptimizerName;
}

const rules: Record<OptimizerName, (hyperparameters: Hyperparameters) => UpdateRule> = {
  sgd: ({ lr, momentum, weightDecay }) => sgd({ lr, momentum, weightDecay }),
  adam: ({ lr, weightDecay, beta1 = 0.9 }) => adam({ lr, weightDecay, betas: [beta1, 0.999] }),
};

/** Samples that go through the layers together; a larger batch goes in parts, and fits into memory. */
const partSize = 64;

/** What `optim` calls that which an optimiser remembers of a parameter. */
const moments: Record<OptimizerName, readonly string[]> = {
  sgd: ['momentumBuffer'],
  adam: ['expAvg', 'expAvgSq'],
};

/** The scores [1, classes] of sample `n`: a view. */
function rowOf({ shape, data }: Tensor, n: number): Tensor {
  const classes = shape[1];
  return { shape: [1, classes], data: data.subarray(n * classes, (n + 1) * classes) };
}

/** The class with the largest score, the first of equal ones; none is larger than a first that is NaN. */
function largest({ data }: Tensor): number {
  return data.reduce((best, score, at) => (score > data[best] ? at : best), 0);
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

function rootMeanSquare({ data }: Tensor): number {
  return Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0) / data.length);
}

/**
 * The training step as the lessons show it: the reference network in float64, a whole batch (of up to
 * 64 samples) through every layer. It is the measure that the kernels are checked against, and the way to train where
 * they do not run. Trains the modern network only; its weights wait to be loaded.
 */
export class ReferenceEngine implements Engine {
  readonly workers = 1;
  readonly #options: ReferenceOptions;
  readonly #network = lenet5(manualSeed(0));
  #optimizer: Optimizer;

  constructor(options: ReferenceOptions) {
    this.#options = options;
    this.#optimizer = this.#newOptimizer();
  }

  /** The whole of `trainInParts` at once. */
  trainBatch(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
  ): BatchResult {
    return wholeBatch(this.trainInParts(indices, hyperparameters, shifts));
  }

  *trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
  ): Generator<void, BatchResult> {
    const { optimizer } = this.#options;
    let loss = 0;
    let correct = 0;
    this.#network.zeroGrad();
    for (let from = 0; from < indices.length; from += partSize) {
      if (from > 0) yield;
      const part = indices.subarray(from, from + partSize);
      const moved = shifts?.subarray(2 * from, 2 * (from + part.length));
      const result = this.#learn(part, indices.length, moved);
      loss += result.loss;
      correct += result.correct;
    }
    this.#optimizer.rule = rules[optimizer](hyperparameters);
    this.#optimizer.step();
    return { loss, correct };
  }

  /** Adds the gradients of some of a batch of `batch` samples; gives their share of its mean loss. */
  #learn(indices: Uint32Array, batch: number, shifts: Int8Array | undefined): BatchResult {
    const { train } = this.#options.data;
    const images = Array.from(indices, (index, n) => {
      const image = padImage(imageAt(train, index));
      return shifts ? shiftImage(image, shifts[2 * n], shifts[2 * n + 1]) : image;
    });
    const labels = Uint8Array.from(indices, (index) => train.labels[index]);
    const normalization = normalizations[this.#options.normalize];
    const input = normalizeImages(joinBytes(...images), normalization, inputSide);
    const logits = this.#network.forward(input);
    const share = indices.length / batch;
    const { shape, data } = crossEntropyInputGrad(softmax(logits), labels);
    this.#network.backward({ shape, data: data.map((each) => each * share) });
    const right = labels.filter((label, n) => largest(rowOf(logits, n)) === label);
    return { loss: crossEntropy(logits, labels).data[0] * share, correct: right.length };
  }

  evaluate(part: Part, from: number, to: number): Evaluation {
    const { images, labels } = this.#options.data[part];
    const peaks: Record<string, Float32Array> = {};
    const digits = images.subarray(from * imageSize, to * imageSize);
    const input = networkInput(digits, normalizations[this.#options.normalize]);
    const logits = this.#network.forward(input, (name, output) => (peaks[name] = peaksOf(output)));
    const rows = Array.from({ length: to - from }, (_, n) => rowOf(logits, n));
    return {
      losses: Float64Array.from(rows, (row, n) => crossEntropy(row, [labels[from + n]]).data[0]),
      predicted: Uint8Array.from(rows, largest),
      peaks: {
        conv1: peaks.s2,
        conv2: peaks.s4,
        fc1: peaks['c5.activation'],
        fc2: peaks['f6.activation'],
      },
    };
  }

  weights(): ParameterValues {
    return weightsOf(this.#network);
  }

  parameter(name: string): Float64Array {
    const values = weightsOf(this.#network);
    if (!(name in values)) throw new Error(`ReferenceEngine: unknown parameter: ${name}`);
    return values[name];
  }

  layerSizes(): LayerSize[] {
    return [...this.#network.parameters()]
      .map(([name, { value, grad }]) => ({ layer: name.split('.'), value, grad }))
      .filter(({ layer: [, parameter] }) => parameter === 'weight')
      .map(({ layer: [layer], value, grad }) => ({
        layer: pytorchLayers[layer],
        weight: rootMeanSquare(value),
        gradient: rootMeanSquare(grad),
      }));
  }

  loadWeights(weights: ParameterValues): void {
    this.#network.loadStateDict(stateDictOf(weights, this.#network));
    this.#optimizer = this.#newOptimizer();
  }

  optimizerState(): OptimizerState {
    const { state, steps } = this.#optimizer;
    const remembered = (moment = '') =>
      valuesOf(
        this.#network,
        (name, value) => state.get(name)?.[moment]?.data ?? new Float64Array(value.data.length),
      );
    const [first, second] = moments[this.#options.optimizer];
    return { step: steps, firstMoment: remembered(first), secondMoment: remembered(second) };
  }

  loadOptimizerState({ step, firstMoment, secondMoment }: OptimizerState): void {
    const names = moments[this.#options.optimizer];
    const values = [firstMoment, secondMoment].map((each) => stateDictOf(each, this.#network));
    this.#optimizer = this.#newOptimizer();
    this.#optimizer.steps = step;
    for (const name of this.#network.parameters().keys()) {
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
