import { expectShape, zeros, type Tensor } from './tensor';
import { crop, pad, poolShape, type AvgPoolOptions } from './window';

/**
 * The mean of each window, as PyTorch's AvgPool2d: padding counts as zeros.
 * input [N, C, H, W] → [N, C, H', W'].
 */
export function avgPool2d(input: Tensor, options: AvgPoolOptions): Tensor {
  const { kernelSize, stride = kernelSize, padding = 0 } = options;
  const outputShape = poolShape('avgPool2d', input.shape, options);
  const padded = pad(input, padding);
  const [, , H, W] = padded.shape;
  const [N, C, outH, outW] = outputShape;

  const output = zeros(outputShape);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < outH; y++)
      for (let x = 0; x < outW; x++) {
        let sum = 0;
        for (let a = 0; a < kernelSize; a++)
          for (let b = 0; b < kernelSize; b++)
            sum += padded.data[(plane * H + y * stride + a) * W + x * stride + b];
        output.data[at++] = sum / (kernelSize * kernelSize);
      }
  return output;
}

/**
 * Every pixel of a window gets the same share of its gradient, 1 / kernelSize².
 * outputGrad [N, C, H', W'] → inputShape [N, C, H, W].
 */
export function avgPool2dInputGrad(
  outputGrad: Tensor,
  inputShape: readonly number[],
  options: AvgPoolOptions,
): Tensor {
  const { kernelSize, stride = kernelSize, padding = 0 } = options;
  const outputShape = poolShape('avgPool2dInputGrad', inputShape, options);
  expectShape('avgPool2dInputGrad', 'outputGrad', outputGrad.shape, outputShape);
  const [N, C, height, width] = inputShape;
  const [, , outH, outW] = outputShape;
  const H = height + 2 * padding;
  const W = width + 2 * padding;

  const paddedGrad = zeros([N, C, H, W]);
  let at = 0;
  for (let plane = 0; plane < N * C; plane++)
    for (let y = 0; y < outH; y++)
      for (let x = 0; x < outW; x++) {
        const share = outputGrad.data[at++] / (kernelSize * kernelSize);
        for (let a = 0; a < kernelSize; a++)
          for (let b = 0; b < kernelSize; b++)
            paddedGrad.data[(plane * H + y * stride + a) * W + x * stride + b] += share;
      }
  return crop(paddedGrad, padding);
}
