import type { Generator } from './generator';
import { Conv2d } from './modules/conv2d';
import { Linear } from './modules/linear';
import { AvgPool2d, Flatten, MaxPool2d, ReLU, ScaledTanh, Tanh } from './modules/plain';
import { Sequential } from './modules/sequential';

const activations = { relu: ReLU, tanh: Tanh, scaledTanh: ScaledTanh };
const poolings = { max: MaxPool2d, average: AvgPool2d };

/** What LeNet-5 is made with: ReLU and max pooling if not given. */
export interface LeNet5Options {
  readonly activation?: keyof typeof activations;
  readonly pooling?: keyof typeof poolings;
}

/**
 * LeNet-5 as it is written today: the paper's seven layers with ReLU for the squashing function,
 * max pooling for the trained subsampling, and ten logits for the radial basis functions; 61,706
 * parameters, whatever the options. Reads [N, 1, 32, 32] as the paper's does: a digit of 28 × 28 in a
 * border of background. The weights are those of the same modules created after `torch.manual_seed`.
 */
export function lenet5(
  generator: Generator,
  { activation = 'relu', pooling = 'max' }: LeNet5Options = {},
): Sequential {
  const Activation = activations[activation];
  const Pool2d = poolings[pooling];
  return new Sequential({
    c1: new Conv2d({ inChannels: 1, outChannels: 6, kernelSize: 5, generator }),
    'c1.activation': new Activation(),
    s2: new Pool2d({ kernelSize: 2 }),
    c3: new Conv2d({ inChannels: 6, outChannels: 16, kernelSize: 5, generator }),
    'c3.activation': new Activation(),
    s4: new Pool2d({ kernelSize: 2 }),
    flatten: new Flatten(),
    c5: new Linear({ inFeatures: 400, outFeatures: 120, generator }),
    'c5.activation': new Activation(),
    f6: new Linear({ inFeatures: 120, outFeatures: 84, generator }),
    'f6.activation': new Activation(),
    output: new Linear({ inFeatures: 84, outFeatures: 10, generator }),
  });
}
