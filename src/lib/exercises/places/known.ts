import { lenet5Network } from '$lib/network';
import { build, hasRef, manualSeed, refShape, traceSample, zeros, type Trace } from '$lib/nn';
import { firstOf, lastOf, readPattern } from './pattern';

let kept: Trace | undefined;

/** A trace of the notebook's network, which says what numbers there are; their values are nobody's. */
function anyTrace(): Trace {
  const network = lenet5Network();
  kept ??= traceSample(build(network, manualSeed(0)), zeros([1, ...network.input]), 0);
  return kept;
}

/** Whether a trace of the notebook's network has this tensor. */
export const hasTensor = (name: string): boolean => anyTrace().tensors.has(name);

/** Whether it has all numbers that a lesson names: `c3.output[7,0..4,*]`. */
export function hasPlaces(text: string): boolean {
  const pattern = readPattern(text);
  if (!pattern || !hasTensor(pattern.tensor)) return false;
  const shape = refShape(anyTrace(), pattern.tensor);
  const ends = [firstOf(pattern), lastOf(pattern, shape)];
  return ends.every((ref) => hasRef(anyTrace(), ref));
}
