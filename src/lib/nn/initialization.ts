import { startingValues, type StartingValues } from '$lib/network';
import { allModules, type Module } from './module';
import type { Sequential } from './modules/sequential';
import { normalQuantile } from './normal-quantile';
import type { SparseConv2dSliding } from './operations/sparse-conv2d';
import { pairOf, type PoolOptions } from './window';

/** The rules for starting values that a whole run can have: one that starts at zero never learns. */
export const initializations = startingValues.filter((rule) => rule !== 'zero');

/** The name of a rule for starting values. */
export type Initialization = StartingValues;

/** How many inputs one output sums, and to how many outputs one input goes. */
interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** The bound between which PyTorch draws weights and biases. */
const drawnBound = ({ fanIn }: Fans) => 1 / Math.sqrt(fanIn);

/** The bounds of the other rules that are uniform; a draw is stretched to them. */
const bounds: Partial<Record<Initialization, (fans: Fans) => number>> = {
  paper: ({ fanIn }) => 2.4 / fanIn,
  xavier: ({ fanIn, fanOut }) => Math.sqrt(6 / (fanIn + fanOut)),
  he: ({ fanIn }) => Math.sqrt(6 / fanIn),
};

/** What a rule makes of a weight that PyTorch drew. */
function weightFrom(drawn: number, rule: Initialization, fans: Fans): number {
  const bound = bounds[rule];
  if (bound) return drawn * (bound(fans) / drawnBound(fans));
  if (rule !== 'heNormal') return 0;
  const share = (drawn / drawnBound(fans) + 1) / 2;
  return normalQuantile(share) * Math.sqrt(2 / fans.fanIn);
}

/**
 * Turns the starting values of a network that was just created, which are PyTorch's, into another
 * rule's; layers named in `own` have their own. Every rule uses the same draws, so that two differ in
 * what they make of them alone. Changes the network.
 */
export function initialize(
  { modules }: Sequential,
  rule: Initialization,
  own: ReadonlyMap<string, Initialization> = new Map(),
): void {
  for (const [name, module] of allModules(modules)) {
    // A scale of a map sums nothing: it keeps the value it has.
    const fans = fansOf(module);
    if (!fans || !module.weight) continue;
    const { data, shape } = module.weight.value;
    const each = own.get(name) ?? rule;
    if (each === 'pytorch') continue;
    const perKernel = data.length / fans.length;
    if (each === 'identity') letThrough(data, shape);
    else {
      for (let i = 0; i < data.length; i++) {
        data[i] = weightFrom(data[i], each, fans[Math.floor(i / perKernel)]);
      }
    }
    const biases = module.bias?.value.data ?? [];
    for (let i = 0; i < biases.length; i++) {
      const kernel = fans[Math.floor((i * fans.length) / biases.length)];
      biases[i] = each === 'paper' ? weightFrom(biases[i], each, kernel) : 0;
    }
  }
}

/** The fans of each kernel of a layer that sums, in the order of its weights; none of any other. */
function fansOf({ kind, weight, options }: Module): Fans[] | undefined {
  if (!weight) return undefined;
  const { shape, data } = weight.value;
  if (kind === 'conv2d' || kind === 'linear') {
    const fans = { fanIn: data.length / shape[0], fanOut: data.length / shape[1] };
    return Array<Fans>(shape[0]).fill(fans);
  }
  if (kind === 'subsample2d') {
    const [height, width] = pairOf((options as PoolOptions).kernelSize);
    return Array<Fans>(shape[0]).fill({ fanIn: height * width, fanOut: 1 });
  }
  if (kind !== 'sparseConv2d') return undefined;
  const { table } = options as SparseConv2dSliding;
  const taps = shape[1] * shape[2];
  return table.flatMap((seen) =>
    seen.map((map) => ({
      fanIn: taps * seen.length,
      fanOut: taps * table.filter((other) => other.includes(map)).length,
    })),
  );
}

/** Weights [out, in, …] that let each channel through as it is: 1 at the kernel's middle, else 0. */
function letThrough(data: Float64Array, [outputs, inputs, ...kernel]: readonly number[]): void {
  const taps = kernel.reduce((product, side) => product * side, 1);
  const middle = kernel.reduce((at, side) => at * side + Math.floor((side - 1) / 2), 0);
  data.fill(0);
  for (let o = 0; o < outputs; o++) data[(o * inputs + (o % inputs)) * taps + middle] = 1;
}
