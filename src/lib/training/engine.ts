import type { UpdateRule } from '$lib/optim';
import type { Weights } from './weights';

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
  /** Forward, loss, backward, and an update by the rule, over these training samples. */
  trainBatch(indices: Uint32Array, rule: UpdateRule): BatchResult;
  /** Forward and loss of the samples from `from` up to `to`, in the order of the file. */
  evaluate(part: Part, from: number, to: number): Evaluation;
  /** A copy of the weights as they are now. */
  weights(): Weights;
  /** Replaces the weights and forgets the optimiser's state. Throws where a shape does not fit. */
  loadWeights(weights: Weights): void;
}
