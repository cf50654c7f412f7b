import type { Operation } from './operation';
import type { Tensor } from './tensor';

/** The four parts of learning from one sample, in their order. */
export type Phase = 'forward' | 'loss' | 'backward' | 'update';

/**
 * One step of a trace: an operation, the names of the tensors it read, in the order that its kind
 * gives them in `operation.ts`, and the names of those it wrote. Every tensor is written by one
 * step or by none; those that none wrote are the parameters, the label and earlier optimiser state.
 */
export interface Step {
  readonly phase: Phase;
  /** `c1 s2 c3 s4 c5 f6 output` in LeNet-5; `input` and `loss` for the two ends. */
  readonly layer: string;
  readonly operation: Operation;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/**
 * What one sample left behind on its way through the network and back.
 *
 * Names of the tensors, for a layer `c3`: `c3.weight`, `c3.bias`; `c3.output` is the layer's sum and
 * `c3.activation` what its nonlinearity makes of it; a gradient of the loss appends `.grad`
 * (`c3.weight.grad`, `c3.output.grad`). The ends are `input` [1, C, H, W], `label` [],
 * `probabilities` [1, classes] and `loss` []. An update adds `c3.weight.updated` and the optimiser's
 * state after it: `.momentumBuffer`, or `.expAvg` and `.expAvgSq`.
 */
export interface Trace {
  readonly steps: readonly Step[];
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The names of the parameters, in the order of the layers: `c1.weight`, `c1.bias`, … */
  readonly parameters: readonly string[];
}
