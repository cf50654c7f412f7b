import { elementwise } from './elementwise';

/**
 * `torch.nn.Sigmoid`: the logistic function 1 / (1 + e^−x), between 0 and 1, element by element, in
 * any shape. Its slope is y · (1 − y), which the output y already knows.
 */
export const sigmoidOperation = elementwise({
  value: () => ({ value: (x) => 1 / (1 + Math.exp(-x)), tex: (x) => `\\frac{1}{1 + e^{-${x}}}` }),
  slope: () => ({ value: (y) => y * (1 - y), tex: (y) => `${y}\\,(1 - ${y})` }),
  slopeFrom: 'output',
});
