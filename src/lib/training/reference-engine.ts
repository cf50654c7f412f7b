import {
  imageSize,
  normalizations,
  normalizeImages,
  selectSamples,
  type NormalizationName,
  type Split,
} from '$lib/data';
import {
  crossEntropy,
  crossEntropyInputGrad,
  softmax,
  type Sequential,
  type Tensor,
} from '$lib/nn';
import { Optimizer, type UpdateRule } from '$lib/optim';
import type { BatchResult, Engine, Evaluation, Part } from './engine';
import { stateDictOf, weightsOf, type Weights } from './weights';

/** What the engine trains, and on what. */
export interface ReferenceEngineOptions {
  readonly network: Sequential;
  readonly data: Split;
  readonly normalize: NormalizationName;
}

/** The scores [classes] of sample `n`. */
function rowOf(scores: Tensor, n: number): Tensor {
  const classes = scores.shape[1];
  return { shape: [1, classes], data: scores.data.subarray(n * classes, (n + 1) * classes) };
}

/** The class with the largest score, the first of equal ones. */
function largest({ data }: Tensor): number {
  return data.indexOf(data.reduce((best, score) => (score > best ? score : best), -Infinity));
}

/**
 * The training step as the lessons show it: the reference network in float64, the whole batch through
 * every layer. It is the measure that faster engines are checked against.
 */
export class ReferenceEngine implements Engine {
  readonly #options: ReferenceEngineOptions;
  #optimizer: Optimizer | undefined;

  constructor(options: ReferenceEngineOptions) {
    this.#options = options;
  }

  trainBatch(indices: Uint32Array, rule: UpdateRule): BatchResult {
    const { network, data } = this.#options;
    const { images, labels } = selectSamples(data.train, indices);
    const logits = network.forward(this.#input(images));
    const correct = labels.reduce(
      (sum, label, n) => sum + Number(largest(rowOf(logits, n)) === label),
      0,
    );

    network.zeroGrad();
    network.backward(crossEntropyInputGrad(softmax(logits), labels));
    this.#optimizer ??= new Optimizer(network.parameters(), rule);
    this.#optimizer.rule = rule;
    this.#optimizer.step();
    return { loss: crossEntropy(logits, labels).data[0], correct };
  }

  evaluate(part: Part, from: number, to: number): Evaluation {
    const { network, data } = this.#options;
    const { images, labels } = data[part];
    const logits = network.forward(this.#input(images.subarray(from * imageSize, to * imageSize)));
    const rows = Array.from({ length: to - from }, (_, n) => rowOf(logits, n));
    return {
      losses: Float64Array.from(rows, (row, n) => crossEntropy(row, [labels[from + n]]).data[0]),
      predicted: Uint8Array.from(rows, largest),
    };
  }

  weights(): Weights {
    return weightsOf(this.#options.network);
  }

  loadWeights(weights: Weights): void {
    const { network } = this.#options;
    network.loadStateDict(stateDictOf(weights, network));
    this.#optimizer = undefined;
  }

  #input(images: Uint8Array): Tensor {
    return normalizeImages(images, normalizations[this.#options.normalize]);
  }
}
