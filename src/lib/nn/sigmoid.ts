import { expectShape, mapTensor, type Tensor } from './tensor';

/** The logistic function 1 / (1 + e^−x), between 0 and 1, element by element, in any shape. */
export function sigmoid(input: Tensor): Tensor {
  return mapTensor(input, (x) => 1 / (1 + Math.exp(-x)));
}

/** The gradient times the slope y · (1 − y), which the output y already knows. */
export function sigmoidInputGrad(outputGrad: Tensor, output: Tensor): Tensor {
  expectShape('sigmoidInputGrad', 'outputGrad', outputGrad.shape, output.shape);
  return mapTensor(outputGrad, (grad, at) => grad * output.data[at] * (1 - output.data[at]));
}
