import { networkInput, normalizations, type NormalizationName } from '$lib/data';
import { lenet5Network, type Network } from '$lib/network';
import {
  build,
  manualSeed,
  sampleCurvatures,
  sampleState,
  type Sequential,
  type Tensor,
} from '$lib/nn';
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
  /** The digits whose second derivatives the paper's own rule takes the mean of; the digit's own if not given. */
  readonly first?: readonly Digit[];
}

/** What the paper's own rule remembers before its first update: the second derivatives of its first samples. */
function sampledState(
  network: Sequential,
  samples: readonly { readonly input: Tensor; readonly label: number }[],
): OptimizerState {
  const made = samples.map(({ input, label }) => sampleCurvatures(network, input, label));
  const remembered = [...network.parameters().keys()].map((name) => {
    const state = made.flatMap((sample, n) => {
      const found = sample.get(name);
      return found ? [[sampleState(n), found] as const] : [];
    });
    return [name, Object.fromEntries(state)] as const;
  });
  return { steps: 0, parameters: new Map(remembered) };
}

/** A digit through a network, back, and one update. The network stays as it is. */
export function traceDigit(
  digit: Digit,
  network: Sequential,
  {
    rule = plainSgd,
    state,
    normalize = 'usual',
    description = lenet5Network(),
    first = [],
  }: TraceSettings = {},
): UpdatedTrace {
  const [, height, width] = description.input;
  const inputOf = ({ pixels }: Digit) =>
    networkInput(pixels, normalizations[normalize], [height, width]);
  const beginning = () =>
    rule.kind === 'sdlm' && first.length > 0
      ? sampledState(
          network,
          first.map((each) => ({ input: inputOf(each), label: each.label })),
        )
      : freshState;
  return traceStep(network, inputOf(digit), digit.label, rule, state ?? beginning());
}
