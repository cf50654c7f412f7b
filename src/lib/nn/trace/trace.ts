import type { Sequential } from '../modules/sequential';
import { expectShape, scalar, tensor, type Tensor } from '../tensor';
import type { Place } from './place';
import { planSample } from './plan';
import { runSteps } from './run';
import type { Step } from './step';

/**
 * What one sample left behind on its way through the network and back.
 *
 * Names of the tensors, for a layer `c3`: `c3.weight`, `c3.bias`; `c3.output` is the layer's sum and
 * `c3.activation` what its nonlinearity makes of it; a gradient of the loss appends `.grad`
 * (`c3.weight.grad`, `c3.output.grad`). The ends are `input` [1, C, H, W], `label` [],
 * `probabilities` [1, classes] and `loss` []; of equation 9 [1, classes + 1], and none of equation 8. An update adds `c3.weight.updated` and the optimiser's
 * state after it: `.momentumBuffer`, or `.expAvg` and `.expAvgSq`. Where the second way back goes through
 * the network, the second derivative along a number appends `.curvature`.
 */
export interface Trace {
  readonly steps: readonly Step[];
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** Where each tensor stands, by its name. */
  readonly places: ReadonlyMap<string, Place>;
  /** The names of the parameters, in the order of the layers: `c1.weight`, `c1.bias`, … */
  readonly parameters: readonly string[];
}

/**
 * One sample forward, the network's loss, and backward. input [1, C, H, W], `label` its class from 0.
 * The network is left as it was; the trace holds copies.
 */
export function traceSample(network: Sequential, input: Tensor, label: number): Trace {
  expectShape('traceSample', 'input', input.shape, [1, 'C', 'H', 'W']);
  const { steps, places } = planSample(network.plan, network.loss);
  const state = [...network.given()]
    .filter(([name]) => places.has(name))
    .map(([name, { shape, data }]) => [name, tensor(shape, data)] as const);
  const given = new Map([['input', input], ['label', scalar(label)], ...state]);
  const parameters = [...network.parameters().keys()];
  return { steps, tensors: runSteps(steps, given), places, parameters };
}

/** What forward and loss read and did not make: picture, label, parameters, running statistics. */
export function givenTo({ steps, tensors }: Trace): Map<string, Tensor> {
  const passes = steps.filter(({ phase }) => phase === 'forward' || phase === 'loss');
  const made = new Set(passes.flatMap(({ reads, writes }) => (reads.length > 0 ? writes : [])));
  const read = new Set(passes.flatMap(({ reads }) => reads));
  return new Map([...tensors].filter(([name]) => read.has(name) && !made.has(name)));
}

/** The tensor of this name. Throws if the trace has none. */
export function tensorOf({ tensors }: Pick<Trace, 'tensors'>, name: string): Tensor {
  const found = tensors.get(name);
  if (!found) throw new Error(`tensorOf: unknown tensor: ${name}`);
  return found;
}

/** Where the tensor of this name stands. Throws if the trace has none. */
export function placeOf(trace: Trace, name: string): Place {
  const found = trace.places.get(name);
  if (!found) throw new Error(`placeOf: unknown tensor: ${name}`);
  return found;
}
