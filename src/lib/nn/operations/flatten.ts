import { reshape, sizeOf, type Tensor } from '../tensor';

/** Every sample as one row of numbers, channel by channel, row by row. [N, C, H, W] → [N, C·H·W]. */
export function flatten(input: Tensor): Tensor {
  return reshape(input, [input.shape[0], sizeOf(input.shape.slice(1))]);
}
