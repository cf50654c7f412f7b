import { measureLayers, type NetworkStep, type NetworkTotals, type Reason } from '$lib/arithmetic';
import type { Layer, Shape } from '$lib/network';

/** A layer of a network under the name that the paper gives it: `c1`. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** What a layer of a network reads, makes and costs for one sample. */
export interface ChainRow extends NetworkStep {
  readonly name: string;
  /** How many pixels of the picture one of its units sees, from side to side. */
  readonly sight: number;
}

/** A measured network under its layers' names, and which layer its input does not fit, if so. */
export interface Chain {
  readonly rows: readonly ChainRow[];
  readonly totals: NetworkTotals;
  readonly problem?: { readonly name: string; readonly reason: Reason };
}

/** Sends the shape of a picture through named layers, none of which is a transposed convolution. */
export function measureChain(layers: readonly NamedLayer[], picture: Shape): Chain {
  const { steps, totals, broken } = measureLayers(
    layers.map(({ layer }) => layer),
    picture,
  );
  const rows = steps.map((step, index) => {
    const sight = step.fields[1].size;
    if (sight === undefined) throw new Error('measureChain: units that see differently');
    return { ...step, name: layers[index].name, sight };
  });
  if (!broken) return { rows, totals };
  // What is wrong with the picture itself is said of the first layer, which reads it.
  const { name } = layers[Math.max(0, broken.index)];
  return { rows, totals, problem: { name, reason: broken.failure.reason } };
}
