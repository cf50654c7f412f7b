import { mapTensor, type Tensor } from '../tensor';
import { elementwise } from './elementwise';

/** The hyperbolic tangent, between −1 and 1, element by element, in any shape. */
export function tanh(input: Tensor): Tensor {
  return mapTensor(input, Math.tanh);
}

/** `torch.nn.Tanh`. Its slope is 1 − y², which the output y already knows. */
export const tanhOperation = elementwise({
  value: () => ({ value: Math.tanh, tex: (x) => `\\tanh(${x})` }),
  slope: () => ({ value: (y) => 1 - y ** 2, tex: (y) => `(1 - ${y}^2)` }),
  slopeFrom: 'output',
});
