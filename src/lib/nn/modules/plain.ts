import type { Module } from '../module';
import type { LeakyReluOptions } from '../operations/leaky-relu';
import type { PoolOptions } from '../window';

/*
 * The modules without parameters: each names its operation, in `operations/`, and keeps its options.
 */

/** What is negative becomes 0, as `torch.nn.ReLU`. Any shape. */
export class ReLU implements Module {
  readonly kind = 'relu';
  readonly options = {};
}

/** The hyperbolic tangent of every element, as `torch.nn.Tanh`. Any shape. */
export class Tanh implements Module {
  readonly kind = 'tanh';
  readonly options = {};
}

/** The logistic function of every element, as `torch.nn.Sigmoid`. Any shape. */
export class Sigmoid implements Module {
  readonly kind = 'sigmoid';
  readonly options = {};
}

/** What is negative becomes a small part of itself, as `torch.nn.LeakyReLU`. Any shape. */
export class LeakyReLU implements Module {
  readonly kind = 'leakyRelu';
  readonly options: LeakyReluOptions;

  constructor({ negativeSlope = 0.01 }: Partial<LeakyReluOptions> = {}) {
    this.options = { negativeSlope };
  }
}

/** The paper's squashing function of every element, 1.7159 · tanh(2/3 · x). Any shape. */
export class ScaledTanh implements Module {
  readonly kind = 'scaledTanh';
  readonly options = {};
}

/** The mean of each map, as `torch.nn.AdaptiveAvgPool2d(1)`. [N, C, H, W] → [N, C, 1, 1]. */
export class GlobalAvgPool2d implements Module {
  readonly kind = 'globalAvgPool2d';
  readonly options = {};
}

/** The largest number of each window, as `torch.nn.MaxPool2d`. [N, C, H, W] → [N, C, H', W']. */
export class MaxPool2d implements Module {
  readonly kind = 'maxPool2d';
  constructor(readonly options: PoolOptions) {}
}

/** The mean of each window, as `torch.nn.AvgPool2d`. [N, C, H, W] → [N, C, H', W']. */
export class AvgPool2d implements Module {
  readonly kind = 'avgPool2d';
  constructor(readonly options: PoolOptions) {}
}

/** Every sample as one row of numbers, as `torch.nn.Flatten`. [N, C, H, W] → [N, C·H·W]. */
export class Flatten implements Module {
  readonly kind = 'flatten';
  readonly options = {};
}
