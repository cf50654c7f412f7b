import { batchSize } from './rule';

/** The samples of the batch of this number: in the file's order, and from the start again at its end. */
export function batchOf(step: number, count: number): Uint32Array {
  return Uint32Array.from({ length: batchSize }, (_, i) => (step * batchSize + i) % count);
}
