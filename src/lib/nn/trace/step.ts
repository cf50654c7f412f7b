import type { Operation } from './operation';

/** The parts of learning from one sample, in their order; `curvature` is the second way back. */
export type Phase = 'forward' | 'loss' | 'backward' | 'curvature' | 'update';

/**
 * One step of a trace: an operation, the names of the tensors it read, in the order that its
 * definition gives them, and of those it wrote. Every tensor is written by one step or by none; those
 * that none wrote are given: `label`, the parameters, the optimiser's earlier state.
 */
export interface Step {
  readonly phase: Phase;
  /** `c1 s2 c3 s4 c5 f6 output` in LeNet-5; `input` and `loss` for the two ends. */
  readonly layer: string;
  readonly operation: Operation;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** What the written tensor is the first or second derivative along, and has the shape of, if it is one. */
  readonly gradientOf?: string;
}
