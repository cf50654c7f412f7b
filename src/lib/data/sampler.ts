import { randperm, type Generator } from '$lib/nn';

/**
 * The order of one epoch: each index below `count` once. With a generator it is shuffled as
 * `torch.randperm(count, generator=generator)` does, which moves the generator on; without one it is
 * the file's own order.
 */
export function sampleOrder(count: number, generator?: Generator): Uint32Array {
  return generator === undefined
    ? Uint32Array.from({ length: count }, (_, index) => index)
    : randperm(count, generator);
}

/** How many batches an epoch has; the last one may be smaller. */
export function batchCount(count: number, batchSize: number): number {
  return Math.ceil(count / batchSize);
}

/** The indices of the batch that starts at `from`: a view, `batchSize` long or what is left. */
export function batchIndices(order: Uint32Array, from: number, batchSize: number): Uint32Array {
  return order.subarray(from, from + batchSize);
}
