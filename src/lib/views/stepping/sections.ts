import type { Role } from '$lib/figures/mark';
import type { Operation, Tensor } from '$lib/nn';
import { shownShape } from '../tensor/layout';
import { readName, roleOf } from '../tensor/names';
import type { LayerStep } from './steps';

/** One tensor of a step as the layer panel shows it. */
export interface Section {
  readonly name: string;
  readonly tensor: Tensor;
  readonly shape: readonly number[];
  readonly role: Role;
  readonly written: boolean;
  /** The whole tensor; one channel large with the others beside it; one kernel; bars. */
  readonly view: 'whole' | 'channel' | 'kernel' | 'bars';
  /** Which channel, or whose kernel. */
  readonly outer: number;
  /** The shape of what a kernel weighs. */
  readonly inputs?: readonly number[];
}

const gradOf = (name: string) => name.replace(/\.grad$/, '');

const sums: ReadonlySet<Operation['kind']> = new Set(['conv2d', 'sparseConv2d', 'linear']);
const weightGradients: ReadonlySet<Operation['kind']> = new Set([
  'conv2dWeightGrad',
  'sparseConv2dWeightGrad',
  'linearWeightGrad',
]);

/** The tensor that a step's sums gather from: all of it counts for each of their numbers. */
export function gatheredBy({ steps }: LayerStep): string | undefined {
  for (const { operation, reads } of steps) {
    if (sums.has(operation.kind)) return reads[0];
    if (weightGradients.has(operation.kind)) return reads[1];
  }
  return undefined;
}

/**
 * What a step reads and writes, each as the layer panel shows it; `channel` is the output channel, or
 * the unit, that is looked at. What a layer's sums gather from is shown whole, what it makes channel
 * by channel, its weights those of this channel alone.
 */
export function sectionsOf(
  step: LayerStep,
  tensors: ReadonlyMap<string, Tensor>,
  channel: number,
): Section[] {
  const source = gatheredBy(step);
  const sourceTensor = source === undefined ? undefined : tensors.get(source);
  const inputs = source && sourceTensor ? shownShape(source, sourceTensor) : undefined;

  return [...step.reads, ...step.writes].flatMap((name): Section[] => {
    const tensor = tensors.get(name);
    if (!tensor) return [];
    const shape = shownShape(name, tensor);
    const written = step.writes.includes(name);
    const outer = Math.max(0, Math.min(channel, (shape[0] ?? 1) - 1));
    const view = viewOf(name, shape, gradOf(name) === source);
    return [{ name, tensor, shape, written, role: roleOf(name, written), view, outer, inputs }];
  });
}

function viewOf(name: string, shape: readonly number[], isGathered: boolean): Section['view'] {
  if (name === 'probabilities') return 'bars';
  if (readName(name).part === 'weight') return 'kernel';
  return shape.length === 3 && !isGathered ? 'channel' : 'whole';
}
