import {
  gradOf,
  indexAt,
  nameOf,
  offsetOf,
  placeOf,
  refShape,
  sizeOf,
  tensorOf,
  type Ref,
  type Trace,
} from '$lib/nn';
import type { LayerStep } from './steps';

/** How far one step goes: a whole layer, one of its channels or units, one number. */
export const grains = ['layer', 'channel', 'element'] as const;

/** How far one step goes. */
export type Grain = (typeof grains)[number];

/**
 * The number that follows (`by` 1) or precedes (`by` −1) another among those that a step makes:
 * the next one, or the one at the same place of the next channel. Nothing where the step has no more.
 * From a number that the step does not make, the first one it makes, or the last.
 */
export function neighbour(
  trace: Trace,
  { writes }: LayerStep,
  from: Ref,
  grain: Exclude<Grain, 'layer'>,
  by: 1 | -1,
): Ref | undefined {
  const at = writes.indexOf(from.tensor);
  if (at < 0) return endOf(trace, writes, by);
  const shape = refShape(trace, from.tensor);
  const stride = grain === 'channel' ? sizeOf(shape.slice(1)) : 1;
  const offset = offsetOf(shape, from.index) + by * stride;
  if (offset >= 0 && offset < sizeOf(shape)) {
    return { tensor: from.tensor, index: indexAt(shape, offset) };
  }
  const others = by > 0 ? writes.slice(at + 1) : writes.slice(0, at);
  return endOf(trace, others, by);
}

/** The first number of the first of these tensors, going on, or the last of the last, going back. */
export function endOf(trace: Trace, tensors: readonly string[], by: 1 | -1): Ref | undefined {
  const tensor = by > 0 ? tensors[0] : tensors[tensors.length - 1];
  if (tensor === undefined) return undefined;
  const shape = refShape(trace, tensor);
  return { tensor, index: indexAt(shape, by > 0 ? 0 : sizeOf(shape) - 1) };
}

/** How far a number is from zero; what is no number is farther than all, to be seen where it comes up. */
const size = (value: number) => (Number.isNaN(value) ? Infinity : Math.abs(value));

const compare = (one: number, other: number) => Number(one > other) - Number(one < other);

/**
 * The number of the same tensor that follows another by size, the largest after the smallest and for
 * any that is not among the largest `many`.
 */
export function nextLargest(trace: Trace, { tensor, index }: Ref, many = 50): Ref {
  const shape = refShape(trace, tensor);
  const data = trace.tensors.get(tensor)?.data ?? new Float64Array(1);
  const ranked = Array.from(data.keys())
    .sort((a, b) => compare(size(data[b]), size(data[a])))
    .slice(0, many);
  const rank = ranked.indexOf(offsetOf(shape, index));
  return { tensor, index: indexAt(shape, ranked[(rank + 1) % ranked.length]) };
}

/** The number of a tensor that is farthest from zero; the first of several. */
export function largestOf(trace: Trace, tensor: string): Ref {
  const shape = refShape(trace, tensor);
  const data = trace.tensors.get(tensor)?.data ?? new Float64Array(1);
  let largest = 0;
  for (let i = 1; i < data.length; i += 1) {
    if (size(data[i]) > size(data[largest])) largest = i;
  }
  return { tensor, index: indexAt(shape, largest) };
}

/**
 * The number of a tensor that is farthest from zero among those that the loss depends on, by their gradients;
 * where none has one, simply the farthest. What ReLU stops, for one, leads nowhere.
 */
export function leadingOf(trace: Trace, tensor: string): Ref {
  const { data } = tensorOf(trace, tensor);
  const gradients = trace.tensors.get(nameOf(gradOf(placeOf(trace, tensor))))?.data;
  if (gradients?.length !== data.length) return largestOf(trace, tensor);
  let leading = -1;
  for (let i = 0; i < data.length; i += 1) {
    if (gradients[i] === 0) continue;
    if (leading < 0 || size(data[i]) > size(data[leading])) leading = i;
  }
  if (leading < 0) return largestOf(trace, tensor);
  return { tensor, index: indexAt(refShape(trace, tensor), leading) };
}

/** The next number of the same tensor that is zero, from the start again after the end; or none. */
export function nextZero(trace: Trace, { tensor, index }: Ref): Ref | undefined {
  const shape = refShape(trace, tensor);
  const data = trace.tensors.get(tensor)?.data ?? new Float64Array(1);
  const from = offsetOf(shape, index);
  for (let by = 1; by <= data.length; by += 1) {
    const offset = (from + by) % data.length;
    if (data[offset] === 0) return { tensor, index: indexAt(shape, offset) };
  }
  return undefined;
}
