import type { Module } from '../module';
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
