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

/** How a digit is traced; what is not given is as pages begin. */
export interface TraceSettings {
  /** How the weights move. */
  readonly rule?: UpdateRule;
  /** What the optimiser remembers of earlier updates. */
  readonly state?: OptimizerState;
  /** How the network wants its digits. */
  readonly normalize?: NormalizationName;
  /** What the network is; LeNet-5 if not given. */
  readonly description?: Pick<Network, 'input'>;
}

/** A digit through a network, back, and one update. The network stays as it is. */
export function traceDigit(
  digit: Digit,
  network: Sequential,
  {
    rule = plainSgd,
    state = freshState,
    normalize = 'usual',
    description = lenet5Network(),
  }: TraceSettings = {},
): UpdatedTrace {
  const [, height, width] = description.input;
  const input = networkInput(digit.pixels, normalizations[normalize], [height, width]);
  return traceStep(network, input, digit.label, rule, state);
}
