import type { Tensor } from '$lib/nn';

/** Whether two tensors have one shape and the same numbers; quicker than `toEqual` on long ones. */
export function isSameTensor(one: Tensor, other: Tensor): boolean {
  return (
    one.shape.join() === other.shape.join() &&
    one.data.every((value, at) => Object.is(value, other.data[at]))
  );
}
