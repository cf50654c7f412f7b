import {
  PARAMETERS,
  SCRATCH,
  SCRATCH_BYTES,
  SHARD,
  SHARD_BYTES,
  SHARDS,
} from '../../general/fields';
import { sampleCount } from '../job';
import { UPDATE } from '../memory';

/*
 * Where a plan's words are, and the shard that this worker is at. Each worker has an instance of this
 * module, so that its variables are its own.
 */

/** Where the plan's head stands: after what both engines have in common. */
export const HEAD: usize = UPDATE + 64;

/** A word of the head. */
export function head(field: usize): usize {
  return load<usize>(HEAD + field);
}

/** A word of what an operation works on. */
export function word(at: usize, field: usize): usize {
  return load<usize>(at + field);
}

/** The first sample of the shard, how many it has, and where its gradients stand. */
export let firstSample: usize = 0;
export let samples: usize = 0;
export let gradients: usize = 0;
/** The worker's scratch. */
export let scratch: usize = 0;

export function setWorker(worker: usize): void {
  scratch = head(SCRATCH) + worker * head(SCRATCH_BYTES);
}

export function setShard(shard: usize): void {
  firstSample = shard * <usize>SHARD;
  samples = min<usize>(SHARD, <usize>sampleCount() - firstSample);
  gradients = gradientsOf(shard);
}

/** How many shards the samples of this job make. */
export function shardCount(): usize {
  return (<usize>sampleCount() + SHARD - 1) / SHARD;
}

/** Where a shard's gradients stand. */
export function gradientsOf(shard: usize): usize {
  return head(SHARDS) + shard * head(SHARD_BYTES);
}

/** Where the shard's gradient of a parameter stands. */
export function shardGradient(parameter: usize): usize {
  return gradients + (parameter - head(PARAMETERS));
}

/** The address of the shard's first sample at a place. */
export function placeAt(at: usize, field: usize): usize {
  const address = word(at, field);
  if (<i32>address < 0) return scratch + (address & 0x7fffffff);
  return address + firstSample * word(at, field + 4);
}

/** The bytes from one sample to the next at a place. */
export function strideAt(at: usize, field: usize): usize {
  return word(at, field + 4);
}
