// What the kernels take and give, in types alone: it can be named where there is no WebAssembly.

/** The update rules that the kernels know; `sdlm` is stochastic diagonal Levenberg–Marquardt (1998). */
export type OptimizerName = 'sgd' | 'adam' | 'sdlm';

/** The numbers of an update rule; they may change from batch to batch. */
export interface Hyperparameters {
  readonly lr: number;
  /** Of SGD; Adam does not use it. */
  readonly momentum: number;
  /** Adam's first beta, 0.9 if absent; SGD does not use it. */
  readonly beta1?: number;
  /** Added to the gradient, times the weight (L2), as PyTorch's SGD and Adam do. */
  readonly weightDecay: number;
  /** What `sdlm` adds to each weight's curvature before it divides by that; above 0. */
  readonly mu?: number;
}

/** The nonlinearities that the kernels know. */
export type ActivationName = 'relu' | 'tanh' | 'scaledTanh';

/** The ways of pooling that the kernels know. */
export type PoolingName = 'max' | 'average';

/** Digits: images `[count, 28, 28]` of bytes, 0 for background, and what each shows. */
export interface Digits {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly count: number;
}

/** Values by the parameters' names, each in PyTorch's order: weights, gradients or moments. */
export type ParameterValues = Readonly<Record<string, Float64Array>>;

/** Where an optimiser stands: with the weights, all that the next update depends on. */
export interface OptimizerState {
  /** The updates made so far. */
  readonly step: number;
  /** SGD's velocity, Adam's first moment, or the step size of each weight. */
  readonly firstMoment: ParameterValues;
  /** Adam's second moment, or the curvature h of each weight; zero with SGD. */
  readonly secondMoment: ParameterValues;
}

/** What one batch gave, before its update. */
export interface BatchResult {
  /** The mean cross-entropy over the batch. */
  readonly loss: number;
  /** How many of the batch the network got right. */
  readonly correct: number;
}

/**
 * The largest activation of each unit over some samples, by the name of its layer: LeNet-5's `conv1`,
 * f32 [6], and so on. A channel of a convolution is one unit, and what counts is what its pooling passes
 * on: with ReLU, zero stands for a unit that none of the samples has moved.
 */
export type Peaks = Readonly<Record<string, Float32Array>>;

/** The root mean squares of a layer's weights and of their gradients over the last batch. */
export interface LayerSize {
  /** PyTorch's name of the layer: `conv1`. */
  readonly layer: string;
  readonly weight: number;
  readonly gradient: number;
}

/** The smallest and the largest step size of any weight. */
export interface StepSizes {
  readonly smallest: number;
  readonly largest: number;
}

/** What the network made of some samples, one entry each. */
export interface Evaluation {
  /** The cross-entropy of each sample. */
  readonly losses: Float64Array;
  /** The digit that the network takes each sample for. */
  readonly predicted: Uint8Array;
  readonly peaks: Peaks;
}
