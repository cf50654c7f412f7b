import type { Tensor } from '$lib/nn';

/** What an optimiser remembers of one parameter, such as `{ momentumBuffer }`; {} before the first. */
export type ParameterState = Readonly<Record<string, Tensor>>;

/** One parameter after an update, and what the optimiser now remembers of it. */
export interface Updated {
  readonly value: Tensor;
  readonly state: ParameterState;
  /** What was made on the way and is not remembered, for a trace to show. */
  readonly made?: ParameterState;
}

/** The gradient with weight decay as PyTorch's optimisers add it (L2): grad + weightDecay · value. */
export function decayed(value: Tensor, grad: Tensor, weightDecay: number): Float64Array {
  if (weightDecay === 0) return grad.data;
  return grad.data.map((g, i) => g + weightDecay * value.data[i]);
}
