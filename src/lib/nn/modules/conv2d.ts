import { conv2d, conv2dBiasGrad, conv2dInputGrad, conv2dWeightGrad } from '../conv2d';
import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { accumulate, Memory, parameter } from '../module';
import type { Tensor } from '../tensor';
import type { SlidingOptions } from '../window';

/** A convolution's channels, its square kernel, how it slides, and where its weights come from. */
export interface Conv2dOptions extends SlidingOptions {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: number;
  readonly generator: Generator;
}

/**
 * A layer of kernels, as `torch.nn.Conv2d`: `weight` [out, in, kernel, kernel] and `bias` [out],
 * drawn from the generator in this order by PyTorch's default rule. [N, in, H, W] → [N, out, H', W'].
 */
export class Conv2d {
  readonly kind = 'conv2d';
  readonly options: SlidingOptions;
  readonly weight;
  readonly bias;
  readonly #input = new Memory<Tensor>('Conv2d');

  constructor(options: Conv2dOptions) {
    const { inChannels, outChannels, kernelSize, generator } = options;
    const { stride = 1, padding = 0, dilation = 1 } = options;
    const fanIn = inChannels * kernelSize * kernelSize;
    this.options = { stride, padding, dilation };
    this.weight = parameter(
      uniformByFanIn([outChannels, inChannels, kernelSize, kernelSize], fanIn, generator),
    );
    this.bias = parameter(uniformByFanIn([outChannels], fanIn, generator));
  }

  forward(input: Tensor): Tensor {
    this.#input.keep(input);
    return conv2d(input, this.weight.value, this.bias.value, this.options);
  }

  /** Adds to the gradients of weight and bias; returns the input's. */
  backward(outputGrad: Tensor): Tensor {
    const input = this.#input.recall();
    const weight = this.weight.value;
    accumulate(this.weight, conv2dWeightGrad(outputGrad, input, weight.shape, this.options));
    accumulate(this.bias, conv2dBiasGrad(outputGrad));
    return conv2dInputGrad(outputGrad, weight, input.shape, this.options);
  }
}
