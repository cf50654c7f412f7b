import { networkInput, normalizations, type NormalizationName } from '$lib/data';
import { lenet5, manualSeed, type Sequential } from '$lib/nn';
import {
  freshState,
  sgd,
  traceStep,
  type OptimizerState,
  type UpdatedTrace,
  type UpdateRule,
} from '$lib/optim';
import type { Digit } from './digit';

/** LeNet-5 as it is before it has learned anything, from a seed: PyTorch's numbers to the bit. */
export function freshNetwork(seed: number): Sequential {
  return lenet5(manualSeed(seed));
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
): UpdatedTrace {
  const input = networkInput(digit.pixels, normalizations[normalize]);
  return traceStep(network, input, digit.label, rule, state);
}
