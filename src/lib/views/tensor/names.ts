import type { Role } from '$lib/figures/mark';

/** A tensor's name taken apart: `c3.weight.grad` is layer `c3`, part `weight`, state `grad`. */
export interface TensorName {
  /** `c1`, `block1.conv2`; or the whole name where no layer made it: `input`, `label`, `loss`. */
  readonly layer: string;
  readonly part: string | undefined;
  /** What became of it: its gradient, its updated value, the optimiser's state of it. */
  readonly state: string | undefined;
}

const part = 'output|activation|weight|bias|normalized|runningMean|runningVar|body|shortcut';
const state = 'grad|updated|momentumBuffer|expAvg|expAvgSq|before';
const pattern = new RegExp(`^(.+?)(?:\\.(${part}))?((?:\\.(?:${state}))*)$`);

/** Reads a tensor's name from its end: layers inside blocks have points in theirs. */
export function readName(name: string): TensorName {
  const [, layer, part, became] = pattern.exec(name) ?? [undefined, name];
  return { layer, part, state: became ? became.slice(1) : undefined };
}

/** What a tensor is to the step that reads or writes it: the colour of its frame. */
export function roleOf(name: string, written: boolean): Role {
  const { part, state } = readName(name);
  if (state !== undefined && /^(grad|momentum|expAvg)/.test(state)) return 'gradient';
  if (part === 'weight' || part === 'bias') return part;
  return written ? 'output' : 'input';
}
