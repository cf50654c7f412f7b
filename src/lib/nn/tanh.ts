import { expectShape, mapTensor, type Tensor } from './tensor';

/** The hyperbolic tangent, between −1 and 1, element by element, in any shape. */
export function tanh(input: Tensor): Tensor {
  return mapTensor(input, Math.tanh);
}

/** The gradient times the slope 1 − y², which the output y already knows. */
export function tanhInputGrad(outputGrad: Tensor, output: Tensor): Tensor {
  expectShape('tanhInputGrad', 'outputGrad', outputGrad.shape, output.shape);
  return mapTensor(outputGrad, (grad, at) => grad * (1 - output.data[at] ** 2));
}
