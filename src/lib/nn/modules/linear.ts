import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { parameter, type Module } from '../module';
import { zeros } from '../tensor';

/** How many numbers a fully connected layer reads and writes, and where its weights come from. */
export interface LinearOptions {
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** Whether there is a bias; there is if not given. */
  readonly bias?: boolean;
  readonly generator: Generator;
}

/**
 * A fully connected layer, as `torch.nn.Linear`: `weight` [out, in] and `bias` [out], drawn from the
 * generator in this order by PyTorch's default rule. [N, in] → [N, out].
 */
export class Linear implements Module {
  readonly kind = 'linear';
  readonly options = {};
  readonly weight;
  readonly bias;
  readonly fixed;

  constructor({ inFeatures, outFeatures, bias = true, generator }: LinearOptions) {
    this.weight = parameter(uniformByFanIn([outFeatures, inFeatures], inFeatures, generator));
    if (bias) this.bias = parameter(uniformByFanIn([outFeatures], inFeatures, generator));
    else this.fixed = { bias: zeros([outFeatures]) };
  }
}
