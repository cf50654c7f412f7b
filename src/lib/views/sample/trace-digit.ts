import { networkInput, normalizations, type NormalizationName } from '$lib/data';
import { lenet5Network, type Network } from '$lib/network';
import { build, manualSeed, type Sequential } from '$lib/nn';
import {
  freshState,
  sgd,
  traceStep,
  type OptimizerState,
  type UpdatedTrace,
  type UpdateRule,
} from '$lib/optim';
import type { Digit } from './digit';

/**
 * A network, LeNet-5 if not given, as it is before it has learned anything, from a seed: PyTorch's
 * numbers to the bit.
 */
export function freshNetwork(seed: number, description: Network = lenet5Network()): Sequential {
  return build(description, manualSeed(seed));
}

/** The update that pages begin with. */
export const plainSgd: UpdateRule = sgd({ lr: 0.01 });

/**
 * A digit through a network, back, and one update from the optimiser's `state`, normalised as is usual
 * for MNIST unless the network wants it otherwise. The network stays as it is.
 */
export function traceDigit(
  digit: Digit,
  network: Sequential,
  rule: UpdateRule = plainSgd,
  state: OptimizerState = freshState,
  normalize: NormalizationName = 'usual',
  { input: [, height, width] }: Pick<Network, 'input'> = lenet5Network(),
): UpdatedTrace {
  const input = networkInput(digit.pixels, normalizations[normalize], [height, width]);
  return traceStep(network, input, digit.label, rule, state);
}
