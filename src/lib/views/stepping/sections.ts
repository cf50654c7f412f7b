import type { Role } from '$lib/figures/mark';
import { isGrad, nameOf, ofGrad, placeOf, refShape, sampleOfState, tensorOf } from '$lib/nn';
import type { Operation, Place, Tensor, Trace } from '$lib/nn';
import { roleOf } from '../tensor/role';
import type { LayerStep } from './steps';

/** One tensor of a step as the layer panel shows it. */
export interface Section {
  readonly name: string;
  readonly place: Place;
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

const sums: ReadonlySet<Operation['kind']> = new Set(['conv2d', 'sparseConv2d', 'linear']);
const weightGradients: ReadonlySet<Operation['kind']> = new Set([
  'conv2dWeightGrad',
  'sparseConv2dWeightGrad',
  'linearWeightGrad',
  'conv2dWeightCurvature',
  'sparseConv2dWeightCurvature',
  'linearWeightCurvature',
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
export function sectionsOf(step: LayerStep, trace: Trace, channel: number): Section[] {
  const source = gatheredBy(step);
  const inputs = source === undefined ? undefined : refShape(trace, source);

  // The samples that a mean is of are seen where the mean is opened.
  const reads = step.reads.filter(
    (name) => sampleOfState(placeOf(trace, name).state) === undefined,
  );

  return [...reads, ...step.writes].map((name): Section => {
    const [place, tensor, shape] = [
      placeOf(trace, name),
      tensorOf(trace, name),
      refShape(trace, name),
    ];
    const written = step.writes.includes(name);
    const outer = Math.max(0, Math.min(channel, (shape[0] ?? 1) - 1));
    const isGathered = name === source || (isDerivative(place) && nameOf(ofGrad(place)) === source);
    const areDistances = step.steps.some(({ operation }) => distances.has(operation.kind));
    const view = viewOf(place, shape, isGathered, areDistances);
    const role = roleOf(place, written);
    return { name, place, tensor, shape, written, role, view, outer, inputs };
  });
}

/** The steps that make distances, and losses of them. */
const distances: ReadonlySet<Operation['kind']> = new Set([
  'euclideanRbf',
  'posterior',
  'mse',
  'map',
]);

const isDerivative = (place: Place) => isGrad(place) || place.state === 'curvature';

function viewOf(
  { layer, part, state }: Place,
  shape: readonly number[],
  isGathered: boolean,
  areDistances: boolean,
): Section['view'] {
  if (layer === 'probabilities') return 'bars';
  if (areDistances && part === 'output' && state === undefined) return 'bars';
  // Kernels of pairs of maps lie side by side.
  if (part === 'weight') return shape.length === 3 ? 'whole' : 'kernel';
  return shape.length === 3 && !isGathered ? 'channel' : 'whole';
}
