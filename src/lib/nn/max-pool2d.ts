import { expectShape, zeros, type Tensor } from './tensor';
import { poolShape, type MaxPoolOptions } from './window';

/** The maxima [N, C, H', W'] and where each stood: `row · W + column` in its channel of the input. */
export interface MaxPooled {
  readonly output: Tensor;
  readonly indices: Int32Array;
}

/**
 * The largest number of each window, as PyTorch's MaxPool2d: of equal ones the first, row by row.
 * Padding never wins. input [N, C, H, W] → output [N, C, H', W'].
 */
export function maxPool2d(input: Tensor, options: MaxPoolOptions): MaxPooled {
  const { kernelSize, stride = kernelSize, padding = 0, dilation = 1 } = options;
  const output = zeros(poolShape('maxPool2d', input.shape, options));
  const [N, C, H, W] = input.shape;
  const [, , outH, outW] = output.shape;
  const indices = new Int32Array(output.data.length);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < outH; y++)
      for (let x = 0; x < outW; x++) {
        let best = -Infinity;
        let winner = -1;
        for (let a = 0; a < kernelSize; a++)
          for (let b = 0; b < kernelSize; b++) {
            const row = y * stride + a * dilation - padding;
            const column = x * stride + b * dilation - padding;
            if (row < 0 || row >= H || column < 0 || column >= W) continue;
            const value = input.data[(plane * H + row) * W + column];
            // Not-a-number wins too, so that a network that has blown up says so.
            if (winner === -1 || value > best || Number.isNaN(value)) {
              best = value;
              winner = row * W + column;
            }
          }
        output.data[at] = best;
        indices[at++] = winner;
      }
  return { output, indices };
}

/**
 * The whole gradient of a maximum goes to the input that won; the others did not change the loss.
 * outputGrad [N, C, H', W'], `indices` as `maxPool2d` gave them → inputShape [N, C, H, W].
 */
export function maxPool2dInputGrad(
  outputGrad: Tensor,
  indices: Int32Array,
  inputShape: readonly number[],
): Tensor {
  const [N, C, H, W] = inputShape;
  expectShape('maxPool2dInputGrad', 'outputGrad', outputGrad.shape, [N, C, 'H', 'W']);
  expectShape('maxPool2dInputGrad', 'indices', [indices.length], [outputGrad.data.length]);
  const windows = outputGrad.shape[2] * outputGrad.shape[3];
  const inputGrad = zeros(inputShape);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let window = 0; window < windows; window++) {
      inputGrad.data[plane * H * W + indices[at]] += outputGrad.data[at];
      at++;
    }
  return inputGrad;
}
