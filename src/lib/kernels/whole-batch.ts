import type { BatchResult } from './contract';

/** Brings a batch that goes in parts to its end, without a pause. */
export function wholeBatch(parts: Generator<void, BatchResult>): BatchResult {
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}
