import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { linear, linearBiasGrad, linearInputGrad, linearWeightGrad } from '../linear';
import { accumulate, Memory, parameter } from '../module';
import type { Tensor } from '../tensor';

/** How many numbers a fully connected layer reads and writes, and where its weights come from. */
export interface LinearOptions {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly generator: Generator;
}

/**
 * A fully connected layer, as `torch.nn.Linear`: `weight` [out, in] and `bias` [out], drawn from the
 * generator in this order by PyTorch's default rule. [N, in] → [N, out].
 */
export class Linear {
  readonly kind = 'linear';
  readonly weight;
  readonly bias;
  readonly #input = new Memory<Tensor>('Linear');

  constructor({ inFeatures, outFeatures, generator }: LinearOptions) {
    this.weight = parameter(uniformByFanIn([outFeatures, inFeatures], inFeatures, generator));
    this.bias = parameter(uniformByFanIn([outFeatures], inFeatures, generator));
  }

  forward(input: Tensor): Tensor {
    this.#input.keep(input);
    return linear(input, this.weight.value, this.bias.value);
  }

  /** Adds to the gradients of weight and bias; returns the input's. */
  backward(outputGrad: Tensor): Tensor {
    accumulate(this.weight, linearWeightGrad(outputGrad, this.#input.recall()));
    accumulate(this.bias, linearBiasGrad(outputGrad));
    return linearInputGrad(outputGrad, this.weight.value);
  }
}
