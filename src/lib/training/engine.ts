import type {
  BatchResult,
  Evaluation,
  Hyperparameters,
  LayerSize,
  OptimizerState,
  ParameterValues,
  StepSizes,
} from '$lib/kernels/contract';

/** The two parts of the data. */
export type Part = 'train' | 'test';

/**
 * A network with its data and its optimiser's state: whatever computes a training step. The trainer
 * drives it and knows nothing of how it is done: the reference engine is written to be read, the
 * kernels' (`KernelEngine`) for speed. The same calls on the same weights give the same bits.
 */
export interface Engine {
  /** How many threads train. */
  readonly workers: number;
  /**
   * Forward, loss, backward and update over these training samples, each first moved by its pair in
   * `shifts`, int8 [N, 2]: pixels to the right, pixels down; or these `images`, bytes [N, 28, 28], in their
   * place. Pauses after every part of a batch that is
   * too large to go through at once, so that its thread can listen in between. Weights and optimiser
   * change with the last part alone; a batch that is not brought to its end has changed neither.
   */
  trainInParts(
    indices: Uint32Array,
    hyperparameters: Hyperparameters,
    shifts?: Int8Array,
    images?: Uint8Array,
  ): Generator<void, BatchResult>;
  /**
   * Estimates the curvature of every weight from these training samples, which `sdlm` divides by from its
   * next step on; pauses as `trainInParts` does. Throws where the engine was made for another rule.
   */
  estimateCurvature(indices: Uint32Array): Generator<void, void>;
  /** The range of the step sizes of `sdlm` by these numbers. */
  stepSizes(hyperparameters: Hyperparameters): StepSizes;
  /** Forward, loss and peaks of the samples from `from` up to `to`, in the order of the file. */
  evaluate(part: Part, from: number, to: number): Evaluation;
  /** A copy of the weights by PyTorch's names (`conv1.weight`, …), each in row-major order. */
  weights(): ParameterValues;
  /** A copy of one parameter, such as `conv1.weight`. Throws where there is none of this name. */
  parameter(name: string): Float64Array;
  /** How large each layer's weights are, and the gradients of the last batch's mean loss. */
  layerSizes(): LayerSize[];
  /** Replaces the weights and forgets the optimiser's state. Throws where a length does not fit. */
  loadWeights(weights: ParameterValues): void;
  /** A copy of what the optimiser remembers: with the weights, all that the next update needs. */
  optimizerState(): OptimizerState;
  /** Goes on from a state; called after `loadWeights`. Throws where a length does not fit. */
  loadOptimizerState(state: OptimizerState): void;
  /** Ends its threads; it must not be used afterwards. */
  close(): void;
}
