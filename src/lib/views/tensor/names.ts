import type { Role } from '$lib/figures/mark';

/** A tensor's name taken apart: `c3.weight.grad` is layer `c3`, part `weight`, state `grad`. */
export interface TensorName {
  /** `c1` … `output`, or the whole name where no layer made it: `input`, `label`, `loss`. */
  readonly layer: string;
  readonly part: 'output' | 'activation' | 'weight' | 'bias' | undefined;
  /** What became of it: its gradient, its updated value, the optimiser's state of it. */
  readonly state: string | undefined;
}

const parts = ['output', 'activation', 'weight', 'bias'] as const;

/** Reads a tensor's name. */
export function readName(name: string): TensorName {
  const [layer, part, ...state] = name.split('.');
  return {
    layer,
    part: parts.find((each) => each === part),
    state: state.length > 0 ? state.join('.') : undefined,
  };
}

/** What a tensor is to the step that reads or writes it: the colour of its frame. */
export function roleOf(name: string, written: boolean): Role {
  const { part, state } = readName(name);
  if (state !== undefined && /^(grad|momentum|expAvg)/.test(state)) return 'gradient';
  if (part === 'weight' || part === 'bias') return part;
  return written ? 'output' : 'input';
}
