/** The parameters of a network by PyTorch's names (`conv1.weight`, …), each in row-major order. */
export type Weights = Readonly<Record<string, Float32Array>>;

/** The numbers of the update rule; they may change from batch to batch. */
export interface Hyperparameters {
  readonly lr: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** What one batch gave, before its update. */
export interface BatchResult {
  /** The mean cross-entropy over the batch. */
  readonly loss: number;
  /** How many of the batch the network got right. */
  readonly correct: number;
}

/** What the network made of some samples, one entry each. */
export interface Evaluation {
  /** The cross-entropy of each sample. */
  readonly losses: Float64Array;
  /** The digit that the network takes each sample for. */
  readonly predicted: Uint8Array;
}

/** The two parts of the data. */
export type Part = 'train' | 'test';

/**
 * A network with its data and its optimiser's state: whatever computes a training step. The trainer
 * drives it and knows nothing of how it is done; one engine is written to be read, another for speed.
 * The same calls on the same initial weights give the same bits.
 */
export interface Engine {
  /** Forward, loss, backward and update over these training samples. Changes the weights. */
  trainBatch(indices: Uint32Array, hyperparameters: Hyperparameters): BatchResult;
  /** Forward and loss of the samples from `from` up to `to`, in the order of the file. */
  evaluate(part: Part, from: number, to: number): Evaluation;
  /** A copy of the weights as they are now. */
  weights(): Weights;
  /** Replaces the weights and forgets the optimiser's state. Throws where a shape does not fit. */
  loadWeights(weights: Weights): void;
}
