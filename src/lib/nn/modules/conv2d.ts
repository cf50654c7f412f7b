import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { parameter, type Module } from '../module';
import type { Conv2dSliding } from '../operations/conv2d-shape';
import { zeros } from '../tensor';
import { pairOf, type Both } from '../window';

/** A convolution's channels, its kernel, how it slides, and where its weights come from. */
export interface Conv2dOptions extends Conv2dSliding {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: Both;
  /** Whether there is a bias; there is if not given. */
  readonly bias?: boolean;
  readonly generator: Generator;
}

/**
 * A layer of kernels, as `torch.nn.Conv2d`: `weight` [out, in / groups, kernel, kernel] and `bias`
 * [out], drawn from the generator in this order by PyTorch's default rule.
 * [N, in, H, W] → [N, out, H', W'].
 */
export class Conv2d implements Module {
  readonly kind = 'conv2d';
  readonly options: Conv2dSliding;
  readonly weight;
  readonly bias;
  readonly fixed;

  constructor(options: Conv2dOptions) {
    const { inChannels, outChannels, kernelSize, bias = true, generator, ...sliding } = options;
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = sliding;
    const [height, width] = pairOf(kernelSize);
    const fanIn = (inChannels / groups) * height * width;
    const shape = [outChannels, inChannels / groups, height, width];
    this.options = { stride, padding, dilation, groups };
    this.weight = parameter(uniformByFanIn(shape, fanIn, generator));
    if (bias) this.bias = parameter(uniformByFanIn([outChannels], fanIn, generator));
    else this.fixed = { bias: zeros([outChannels]) };
  }
}
