import type { Generator } from './generator';
import { zeros, type Tensor } from './tensor';

/**
 * PyTorch's starting values for the weights and the biases of Conv2d and Linear alike: uniform
 * between ±1/√fanIn, where fanIn is how many inputs one output sums. Draws one number an element.
 */
export function uniformByFanIn(
  shape: readonly number[],
  fanIn: number,
  generator: Generator,
): Tensor {
  const bound = 1 / Math.sqrt(fanIn);
  const result = zeros(shape);
  for (let i = 0; i < result.data.length; i++) result.data[i] = generator.uniform(-bound, bound);
  return result;
}
