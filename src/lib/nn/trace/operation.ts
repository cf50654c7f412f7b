import type { AvgPoolOptions, MaxPoolOptions, SlidingOptions } from '../window';

/** What one step of a trace computed, as plain data. Each writes one tensor. */
export type Operation =
  /** Reads nothing: the picture is given. */
  { readonly kind: 'input' } | NetworkOperation | UpdateOperation;

/**
 * The operations of the network and its loss. The comment names the tensors that the step reads, in
 * order. A gradient is that of the loss, and has the shape of what it is the gradient of.
 */
export type NetworkOperation =
  /** Reads input, weight, bias. */
  | { readonly kind: 'conv2d'; readonly options: SlidingOptions }
  /** Reads the output's gradient, input. */
  | { readonly kind: 'conv2dWeightGrad'; readonly options: SlidingOptions }
  /** Reads the output's gradient. */
  | { readonly kind: 'conv2dBiasGrad' }
  /** Reads the output's gradient, weight. */
  | { readonly kind: 'conv2dInputGrad'; readonly options: SlidingOptions }
  /** Reads input. */
  | { readonly kind: 'maxPool2d'; readonly options: MaxPoolOptions }
  /** Reads the output's gradient, input. */
  | { readonly kind: 'maxPool2dInputGrad'; readonly options: MaxPoolOptions }
  /** Reads input. */
  | { readonly kind: 'avgPool2d'; readonly options: AvgPoolOptions }
  /** Reads the output's gradient. */
  | { readonly kind: 'avgPool2dInputGrad'; readonly options: AvgPoolOptions }
  /** Reads input. */
  | { readonly kind: 'relu' }
  /** Reads the output's gradient, input. */
  | { readonly kind: 'reluInputGrad' }
  /** Reads input. */
  | { readonly kind: 'tanh' }
  /** Reads the output's gradient, output. */
  | { readonly kind: 'tanhInputGrad' }
  /** Reads input. */
  | { readonly kind: 'sigmoid' }
  /** Reads the output's gradient, output. */
  | { readonly kind: 'sigmoidInputGrad' }
  /** Reads input, weight, bias; an input of several axes is read row by row. */
  | { readonly kind: 'linear' }
  /** Reads the output's gradient, input. */
  | { readonly kind: 'linearWeightGrad' }
  /** Reads the output's gradient. */
  | { readonly kind: 'linearBiasGrad' }
  /** Reads the output's gradient, weight. */
  | { readonly kind: 'linearInputGrad' }
  /** Reads the logits. */
  | { readonly kind: 'softmax' }
  /** Reads the logits, label. */
  | { readonly kind: 'crossEntropy' }
  /** Reads the probabilities, label. */
  | { readonly kind: 'crossEntropyInputGrad' };

/**
 * One tensor of an update, element by element: each element is made of the elements at the same
 * index of the tensors that the step reads, and of constants.
 */
export type UpdateOperation =
  /** Σ of terms: a coefficient times some of the tensors read, by their position in `reads`. */
  | { readonly kind: 'weightedSum'; readonly terms: readonly WeightedTerm[] }
  /** Adam's step w − lr · m̂ / (√v̂ + ε). Reads parameter, `expAvg`, `expAvgSq`. */
  | { readonly kind: 'adam'; readonly constants: AdamConstants };

/** A coefficient made of named constants, such as −lr or 1 − β₁, times tensors of the step. */
export interface WeightedTerm {
  readonly coefficient: Constant;
  readonly reads: readonly number[];
}

/** A hyperparameter, or a number made of them, under the name that formulas give it. */
export interface Constant {
  /** In TeX, such as `\eta` or `1-\beta_1`. */
  readonly symbol: string;
  readonly value: number;
}

/** Adam's hyperparameters, and `step`, the number of this update, from 1. */
export interface AdamConstants {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly step: number;
}
