import { lenet5Network, type LeNet5Choices } from '$lib/network';
import { build } from './build';
import type { Generator } from './generator';
import type { Sequential } from './modules/sequential';

/**
 * The article's LeNet-5, which reads [N, 1, 32, 32]: a digit of 28 × 28 in a border of background.
 * The weights are those of the same modules created after `torch.manual_seed`.
 */
export function lenet5(generator: Generator, choices: LeNet5Choices = {}): Sequential {
  return build(lenet5Network(choices), generator);
}
