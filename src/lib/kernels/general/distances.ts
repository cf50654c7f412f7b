import type { EuclideanRbf } from '$lib/network';
import { outputCodes } from '$lib/network/digit-codes';
import { floatWord } from './arena';
import * as f from './fields';
import { sizeOf, type Tensor, type Writer } from './writer';

/** The squared distance to the code of each class, which nobody learns. */
export function measureDistances(
  writer: Writer,
  { outChannels }: EuclideanRbf,
  input: Tensor,
): Tensor {
  const features = sizeOf(input.shape);
  const flat: Tensor = { ...input, shape: [features, 1, 1] };
  const output = writer.tensor([outChannels, 1, 1], true);
  const row = Math.ceil(features / 4) * 4;
  const words = outputCodes
    .slice(0, outChannels)
    .flatMap((code) => Array.from({ length: row }, (_, i) => floatWord(code[i] ?? 0)));
  const on = writer.describe(flat, output, [f.CODES, writer.arena.table(words)]);
  input.isRead = true;
  writer.goes(f.RBF, on);
  if (input.grad) writer.returns({ operation: f.RBF_GRAD, on });
  return output;
}
