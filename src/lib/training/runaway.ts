import type { LayerSize } from '$lib/kernels/contract';

/**
 * The layer whose gradient is the largest beside its weights: where a run that diverged ran away, by
 * PyTorch's name. Undefined where every gradient is no number any more and nothing can be told.
 */
export function runawayLayer(sizes: readonly LayerSize[]): string | undefined {
  const ratio = ({ weight, gradient }: LayerSize) => gradient / weight;
  const told = sizes.filter((size) => Number.isFinite(ratio(size)));
  if (told.length === 0) return undefined;
  return told.reduce((worst, size) => (ratio(size) > ratio(worst) ? size : worst)).layer;
}
