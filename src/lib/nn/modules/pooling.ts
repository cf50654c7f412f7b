import { avgPool2d, avgPool2dInputGrad } from '../avg-pool2d';
import { maxPool2d, maxPool2dInputGrad } from '../max-pool2d';
import { Memory } from '../module';
import type { Tensor } from '../tensor';
import type { AvgPoolOptions, MaxPoolOptions } from '../window';

/** The largest number of each window, as `torch.nn.MaxPool2d`. [N, C, H, W] → [N, C, H', W']. */
export class MaxPool2d {
  readonly kind = 'maxPool2d';
  readonly options: MaxPoolOptions;
  readonly #kept = new Memory<{ indices: Int32Array; shape: readonly number[] }>('MaxPool2d');

  constructor(options: MaxPoolOptions) {
    this.options = options;
  }

  forward(input: Tensor): Tensor {
    const { output, indices } = maxPool2d(input, this.options);
    this.#kept.keep({ indices, shape: input.shape });
    return output;
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    const { indices, shape } = this.#kept.recall();
    return maxPool2dInputGrad(outputGrad, indices, shape);
  }
}

/** The mean of each window, as `torch.nn.AvgPool2d`. [N, C, H, W] → [N, C, H', W']. */
export class AvgPool2d {
  readonly kind = 'avgPool2d';
  readonly options: AvgPoolOptions;
  readonly #shape = new Memory<readonly number[]>('AvgPool2d');

  constructor(options: AvgPoolOptions) {
    this.options = options;
  }

  forward(input: Tensor): Tensor {
    this.#shape.keep(input.shape);
    return avgPool2d(input, this.options);
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    return avgPool2dInputGrad(outputGrad, this.#shape.recall(), this.options);
  }
}
