import type { LayerSize } from '$lib/kernels/contract';

/**
 * The layer where a run that diverged ran away, by PyTorch's name: whose gradient is the largest beside its
 * weights, or, where the sizes before are given, whose weights have grown the most since. Undefined where
 * there are no numbers any more and nothing can be told.
 */
export function runawayLayer(
  sizes: readonly LayerSize[],
  before?: readonly LayerSize[],
): string | undefined {
  const weightBefore = new Map(before?.map(({ layer, weight }) => [layer, weight]));
  const ratio = ({ layer, weight, gradient }: LayerSize) =>
    before ? weight / (weightBefore.get(layer) ?? NaN) : gradient / weight;
  const told = sizes.filter((size) => Number.isFinite(ratio(size)));
  if (told.length === 0) return undefined;
  return told.reduce((worst, size) => (ratio(size) > ratio(worst) ? size : worst)).layer;
}
