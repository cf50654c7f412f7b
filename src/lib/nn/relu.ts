import { expectShape, mapTensor, type Tensor } from './tensor';

/** What is negative becomes 0, element by element, in any shape. */
export function relu(input: Tensor): Tensor {
  return mapTensor(input, (x) => Math.max(0, x));
}

/** The gradient passes where the input was positive; at exactly 0 it is 0, as in PyTorch. */
export function reluInputGrad(outputGrad: Tensor, input: Tensor): Tensor {
  expectShape('reluInputGrad', 'outputGrad', outputGrad.shape, input.shape);
  return mapTensor(outputGrad, (grad, at) => (input.data[at] > 0 ? grad : 0));
}
